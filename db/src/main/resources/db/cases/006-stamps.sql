--liquibase formatted sql

--changeset cases:stamps
--comment: Grows strictly within the project, in the order in which changes become visible: see feed/003-stamps.sql.
--comment: cases.store sets it; the default is for rows that are loaded in another way.
alter table cases.case_record add column indexed_on timestamptz;
alter table cases.case_record no force row level security;
update cases.case_record set indexed_on = server_modified_on + case_no * interval '1 microsecond';
alter table cases.case_record force row level security;
alter table cases.case_record alter column indexed_on set not null, alter column indexed_on set default clock_timestamp();
create index case_by_stamp on cases.case_record (project_id, indexed_on, case_id) where deleted_on is null;

--changeset cases:external-ids-in-any-case
--comment: Programs look for external ids in any letter case. An index on lower(external_id) would not be used under row-level
--comment: security, because the function is not leakproof; comparing texts is, whatever the collation.
create collation baraza.any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create index case_by_external_id_in_any_case on cases.case_record (project_id, (external_id collate baraza.any_case))
    where external_id is not null;

--changeset cases:store-stamped splitStatements:false
--comment: As before, with a stamp for each case.
create or replace function cases.store(created json, changed json, links json, transactions json) returns void
language plpgsql
    set plan_cache_mode to force_generic_plan set enable_seqscan to off set enable_hashjoin to off as $$
declare
    project constant uuid := nullif(current_setting('baraza.project', true), '')::uuid;
    new_cases constant int := coalesce(json_array_length(created), 0);
    next_stamp timestamptz;
begin
    if created is not null or changed is not null then
        next_stamp := feed.stamps(new_cases + coalesce(json_array_length(changed), 0));
    end if;

    if created is not null then
        insert into cases.case_record (
            project_id, case_id, case_no, type, name, owner_id, external_id, location_id, closed, opened_on, opened_by,
            modified_on, modified_by, closed_on, closed_by, server_modified_on, deleted_on, deletion_id, properties,
            indices, last_ordinal, indexed_on)
        select project, r.case_id, r.case_no, r.type, r.name, r.owner_id, r.external_id, r.location_id, r.closed,
               r.opened_on, r.opened_by, r.modified_on, r.modified_by, r.closed_on, r.closed_by, r.server_modified_on,
               r.deleted_on, r.deletion_id, r.properties, r.indices, r.last_ordinal,
               next_stamp + (row_number() over () - 1) * interval '1 microsecond'
        from json_populate_recordset(null::cases.case_record, created) as r;
        next_stamp := next_stamp + new_cases * interval '1 microsecond';
    end if;

    if changed is not null then
        update cases.case_record c
        set type = r.type, name = r.name, owner_id = r.owner_id, external_id = r.external_id,
            location_id = r.location_id, closed = r.closed, opened_on = r.opened_on, opened_by = r.opened_by,
            modified_on = r.modified_on, modified_by = r.modified_by, closed_on = r.closed_on,
            closed_by = r.closed_by, server_modified_on = r.server_modified_on, deleted_on = r.deleted_on,
            deletion_id = r.deletion_id, properties = r.properties,
            former_properties = coalesce(r.former_properties, '{}'), indices = r.indices,
            last_ordinal = r.last_ordinal, indexed_on = next_stamp + (r.place - 1) * interval '1 microsecond'
        from (
            select s.*, row_number() over () as place
            from json_populate_recordset(null::cases.case_record, changed) as s) as r
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

--changeset cases:by-modification
--comment: Programs order by and go on from the device's time of the last change.
create index case_by_modification on cases.case_record (project_id, modified_on nulls first, case_no)
    where deleted_on is null;
