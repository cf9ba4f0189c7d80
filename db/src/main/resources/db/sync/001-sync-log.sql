--liquibase formatted sql

--changeset sync:sync-log
create schema sync;
select baraza.open_schema('sync');

create table sync.sync_log (
    project_id uuid not null,
    -- The restore_id that the phone sends back as its sync token: 32 hex digits.
    sync_log_id text not null,
    user_id text not null,
    device_id text,
    app_id text,
    synced_at timestamptz not null default now(),
    case_count int not null,
    primary key (project_id, sync_log_id)
);
create index sync_log_by_user on sync.sync_log (project_id, user_id, synced_at);
select baraza.isolate('sync.sync_log');
