--liquibase formatted sql

--changeset forms:stored splitStatements:false
--comment: What the intake must know of forms that were here before, locked so that two resends of one form queue up.
create function forms.lock_stored(ids text[]) returns json
language sql as $$
    with held as materialized (
        select f.form_id, f.state, f.xmlns, f.content_md5, f.received_on, f.deprecated_form_id
        from forms.form f
        where f.form_id = any (ids)
        order by f.form_id
        for update)
    select coalesce(json_agg(held), '[]') from held
$$;
grant execute on function forms.lock_stored(text[]) to baraza_app;

--changeset forms:store splitStatements:false
--comment: Plain storage of new forms in one call. The XML of all lies end to end in one value, because an array of values
--comment: would travel as text, twice as long; each row says where its own begins and how long it is.
create function forms.store(rows json, xmls bytea, attachments json) returns void
language plpgsql as $$
declare
    project constant uuid := nullif(current_setting('baraza.project', true), '')::uuid;
begin
    insert into forms.form (
        project_id, form_id, state, xmlns, name, app_id, build_id, app_version, commcare_version, user_id, username,
        device_id, time_start, time_end, received_on, edited_on, orig_id, deprecated_form_id, problem, content_md5,
        xml, xml_length, last_sync_token, date_header, openrosa_version, submit_ip, path, submitted_by)
    select project, r.form_id, r.state, r.xmlns, r.name, r.app_id, r.build_id, r.app_version, r.commcare_version,
           r.user_id, r.username, r.device_id, r.time_start, r.time_end, r.received_on, r.edited_on, r.orig_id,
           r.deprecated_form_id, r.problem, decode(r.content_md5, 'hex'), substr(xmls, r.xml_from, r.xml_size),
           r.xml_length, r.last_sync_token, r.date_header, r.openrosa_version, r.submit_ip, r.path, r.submitted_by
    from json_to_recordset(rows) as r (
        xml_from int, xml_size int, form_id text, state smallint, xmlns text, name text, app_id text, build_id text,
        app_version text, commcare_version text, user_id text, username text, device_id text, time_start timestamptz,
        time_end timestamptz, received_on timestamptz, edited_on timestamptz, orig_id text, deprecated_form_id text,
        problem text, content_md5 text, xml_length int, last_sync_token text, date_header timestamptz,
        openrosa_version text, submit_ip text, path text, submitted_by text);

    if attachments is not null then
        insert into forms.attachment (project_id, form_id, name, content_type, length, blob_key, set_aside)
        select project, a.form_id, a.name, a.content_type, a.length, a.blob_key, a.set_aside
        from json_to_recordset(attachments) as a (
            form_id text, name text, content_type text, length bigint, blob_key text, set_aside text);
    end if;
end
$$;
grant execute on function forms.store(json, bytea, json) to baraza_app;
