-- What a submission cannot do without: the rows that the server writes for a form with one new and one known case, in
-- the server's own tables, under its row-level security, and no read but the check for a duplicate.
create schema if not exists bench;
grant usage on schema bench to baraza_app;

create or replace function bench.intake(
    p_project uuid, p_form_id text, p_xmlns text, p_form_name text, p_app_version text, p_commcare_version text,
    p_user_id text, p_username text, p_device_id text, p_time_start timestamptz, p_time_end timestamptz,
    p_received_on timestamptz, p_md5 bytea, p_xml bytea, p_xml_length int, p_path text,
    p_new_id text, p_new_no int, p_new_name text, p_new_properties jsonb, p_new_blocks json,
    p_old_id text, p_old_name text, p_old_opened timestamptz, p_old_properties jsonb, p_old_ordinal int,
    p_old_blocks json)
returns boolean
language plpgsql as $$
begin
    insert into forms.form (
        project_id, form_id, state, xmlns, name, app_id, build_id, app_version, commcare_version, user_id, username,
        device_id, time_start, time_end, received_on, edited_on, orig_id, deprecated_form_id, problem, content_md5,
        xml, xml_length, last_sync_token, date_header, openrosa_version, submit_ip, path, submitted_by)
    values (
        p_project, p_form_id, 1, p_xmlns, p_form_name, null, null, p_app_version, p_commcare_version, p_user_id,
        p_username, p_device_id, p_time_start, p_time_end, p_received_on, null, null, null, null, p_md5,
        p_xml, p_xml_length, null, null, '3.0', '127.0.0.1', p_path, p_user_id)
    on conflict (project_id, form_id) do nothing;
    if not found then
        return false;
    end if;

    insert into cases.case_record (
        project_id, case_id, case_no, type, name, owner_id, external_id, location_id, closed, opened_on, opened_by,
        modified_on, modified_by, closed_on, closed_by, server_modified_on, deleted_on, deletion_id, properties,
        indices, last_ordinal)
    values (
        p_project, p_new_id, p_new_no, 'child', p_new_name, p_user_id, null, null, false, p_time_end, p_user_id,
        p_time_end, p_user_id, null, null, p_received_on, null, null, p_new_properties,
        '[]', 1);

    update cases.case_record
    set type = 'child', name = p_old_name, owner_id = p_user_id, external_id = null, location_id = null, closed = false,
        opened_on = p_old_opened, opened_by = p_user_id, modified_on = p_time_end, modified_by = p_user_id,
        closed_on = null, closed_by = null, server_modified_on = p_received_on, deleted_on = null, deletion_id = null,
        properties = p_old_properties, indices = '[]', last_ordinal = p_old_ordinal
    where project_id = p_project and case_id = p_old_id;

    insert into cases.case_transaction (
        project_id, case_id, ordinal, form_id, type, revoked, sync_log_id, server_date, client_date, user_id, blocks)
    values
        (p_project, p_new_id, 1, p_form_id, 129, false, null, p_received_on, p_time_end, p_user_id, p_new_blocks),
        (p_project, p_old_id, p_old_ordinal, p_form_id, 1, false, null, p_received_on, p_time_end, p_user_id,
            p_old_blocks);

    insert into feed.change (project_id, kind, document_id, case_ids)
    values (p_project, 'form', p_form_id, array[p_new_id, p_old_id]);
    return true;
end
$$;
grant execute on all functions in schema bench to baraza_app;
