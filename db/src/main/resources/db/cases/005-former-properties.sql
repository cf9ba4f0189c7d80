--liquibase formatted sql

--changeset cases:former-properties
--comment: Names of properties that the case had before an archived or edited form was taken out of it. Phones keep what
--comment: nobody mentions, so they are sent empty.
alter table cases.case_record add column former_properties text[] not null default '{}';

--changeset cases:lock-with-former-properties splitStatements:false
create or replace function cases.lock_cases(ids text[]) returns json
language sql set plan_cache_mode to force_generic_plan set enable_seqscan to off as $$
    with held as materialized (
        select c.case_id, c.case_no, c.type, c.name, c.owner_id, c.external_id, c.location_id, c.closed, c.opened_on,
               c.opened_by, c.modified_on, c.modified_by, c.closed_on, c.closed_by, c.server_modified_on,
               c.deleted_on, c.deletion_id, c.properties, c.former_properties, c.indices, c.last_ordinal
        from cases.case_record c
        where c.case_id = any (ids)
        order by c.case_id
        for update)
    select coalesce(json_agg(held), '[]') from held
$$;

--changeset cases:store-with-former-properties splitStatements:false
--comment: As before, with the names of former properties; a new case has none.
create or replace function cases.store(created json, changed json, links json, transactions json) returns void
language plpgsql
    set plan_cache_mode to force_generic_plan set enable_seqscan to off set enable_hashjoin to off as $$
declare
    project constant uuid := nullif(current_setting('baraza.project', true), '')::uuid;
begin
    if created is not null then
        insert into cases.case_record (
            project_id, case_id, case_no, type, name, owner_id, external_id, location_id, closed, opened_on, opened_by,
            modified_on, modified_by, closed_on, closed_by, server_modified_on, deleted_on, deletion_id, properties,
            indices, last_ordinal)
        select project, r.case_id, r.case_no, r.type, r.name, r.owner_id, r.external_id, r.location_id, r.closed,
               r.opened_on, r.opened_by, r.modified_on, r.modified_by, r.closed_on, r.closed_by, r.server_modified_on,
               r.deleted_on, r.deletion_id, r.properties, r.indices, r.last_ordinal
        from json_populate_recordset(null::cases.case_record, created) as r;
    end if;

    if changed is not null then
        update cases.case_record c
        set type = r.type, name = r.name, owner_id = r.owner_id, external_id = r.external_id,
            location_id = r.location_id, closed = r.closed, opened_on = r.opened_on, opened_by = r.opened_by,
            modified_on = r.modified_on, modified_by = r.modified_by, closed_on = r.closed_on,
            closed_by = r.closed_by, server_modified_on = r.server_modified_on, deleted_on = r.deleted_on,
            deletion_id = r.deletion_id, properties = r.properties,
            former_properties = coalesce(r.former_properties, '{}'), indices = r.indices,
            last_ordinal = r.last_ordinal
        from json_populate_recordset(null::cases.case_record, changed) as r
        where c.project_id = project and c.case_id = r.case_id;
    end if;

    if links is not null then
        insert into cases.case_index (project_id, case_id, identifier, target_id, case_type, relationship)
        select project, r.case_id, r.identifier, r.target_id, r.case_type, r.relationship
        from json_populate_recordset(null::cases.case_index, links) as r
        on conflict (project_id, case_id, identifier) do update
        set target_id = excluded.target_id, case_type = excluded.case_type, relationship = excluded.relationship;
    end if;

    if transactions is not null then
        insert into cases.case_transaction (
            project_id, case_id, ordinal, form_id, type, revoked, sync_log_id, server_date, client_date, user_id,
            blocks)
        select project, r.case_id, r.ordinal, r.form_id, r.type, r.revoked, r.sync_log_id, r.server_date,
               r.client_date, r.user_id, r.blocks
        from json_populate_recordset(null::cases.case_transaction, transactions) as r
        on conflict (project_id, case_id, ordinal) do update
        set form_id = excluded.form_id, type = excluded.type, revoked = excluded.revoked,
            sync_log_id = excluded.sync_log_id, server_date = excluded.server_date,
            client_date = excluded.client_date, user_id = excluded.user_id, blocks = excluded.blocks;
    end if;
end
$$;
