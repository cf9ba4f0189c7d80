--liquibase formatted sql

--changeset feed:syncs
--comment: Which sync's phone made the change, and the numbers of the cases: what the next sync needs to know of it.
alter table feed.change
    add column case_numbers int[] not null default '{}',
    add column sync_log_id text;
create index change_waiting_of_project on feed.change (project_id) where feed_position is null;

--changeset feed:append-with-syncs splitStatements:false
create or replace function feed.append(changes json) returns void
language sql as $$
    insert into feed.change (project_id, kind, document_id, case_ids, case_numbers, sync_log_id)
    select (select nullif(current_setting('baraza.project', true), '')::uuid),
           c.kind, c.document_id, c.case_ids, c.case_numbers, c.sync_log_id
    from json_to_recordset(changes) as c (
        kind text, document_id text, case_ids text[], case_numbers int[], sync_log_id text)
$$;
