--liquibase formatted sql

--changeset sync:fixtures-on-phones
--comment: What the phone holds of fixtures after the sync, as marks of their content: see the class HeldFixtures.
alter table sync.sync_log
    add column fixtures json not null default '{}',
    -- When the first form came under this sync. The phone has it then, and what it had before is obsolete.
    add column confirmed_at timestamptz;
create index sync_log_of_phone on sync.sync_log (project_id, user_id, device_id, app_id, synced_at);
create index sync_log_by_age on sync.sync_log (project_id, synced_at);

--changeset sync:note-that-confirms splitStatements:false
--comment: As before; and the first form under a sync ends those that the same phone had before. Their rows would be of no use.
create or replace function sync.note(deltas json) returns void
language sql as $$
    with named as (
        select l.project_id, l.sync_log_id, l.user_id, l.device_id, l.app_id, l.previous_id, l.synced_at,
               l.confirmed_at is null as is_first, d.form_id, d.steps
        from json_to_recordset(deltas) as d (token text, users text[], form_id text, steps json)
        join sync.sync_log l on l.sync_log_id = d.token and l.user_id = any (d.users)
    ), kept as (
        insert into sync.shadow_delta (project_id, sync_log_id, form_id, steps)
        select n.project_id, n.sync_log_id, n.form_id, n.steps from named n
    ), confirmed as (
        update sync.sync_log l set confirmed_at = now()
        from named n
        where n.is_first and l.project_id = n.project_id and l.sync_log_id = n.sync_log_id
    ), obsolete as (
        select n.project_id, n.previous_id as sync_log_id
        from named n
        where n.is_first and n.previous_id is not null
        union
        select o.project_id, o.sync_log_id
        from named n
        join sync.sync_log o
          on o.project_id = n.project_id and o.user_id = n.user_id and o.device_id = n.device_id
         and o.app_id = n.app_id and o.synced_at < n.synced_at
        where n.is_first
    )
    delete from sync.sync_log old
    using obsolete o
    where old.project_id = o.project_id and old.sync_log_id = o.sync_log_id
      and not exists (select from named n where n.sync_log_id = old.sync_log_id)
$$;
alter function sync.note(json) set plan_cache_mode to force_generic_plan set enable_seqscan to off set enable_hashjoin to off;

--changeset sync:payloads
--comment: Payloads that are kept: compressed, in pieces that are read one at a time.
create table sync.payload_piece (
    project_id uuid not null references tenancy.project,
    payload_id uuid not null,
    piece_no int not null,
    bytes bytea not null,
    primary key (project_id, payload_id, piece_no)
);
alter table sync.payload_piece alter column bytes set storage external;
alter table sync.payload_piece alter column bytes set statistics 0;
select baraza.isolate('sync.payload_piece');

--changeset sync:prepared-restores
--comment: First restores that are too large to wait for: made in the background, then kept for an hour for the phone that asked.
create table sync.prepared_restore (
    project_id uuid not null references tenancy.project,
    user_id text not null,
    -- Empty where the request does not say.
    device_id text not null,
    app_id text not null,
    asked_by text not null,
    payload_id uuid not null,
    cases_done int not null default 0,
    cases_total int not null,
    started_at timestamptz not null,
    -- The node that makes it says now and then that it lives.
    beat_at timestamptz not null,
    -- How many pieces the payload has; null until it is whole.
    pieces int,
    primary key (project_id, user_id, device_id, app_id, asked_by)
);
create index prepared_restore_by_age on sync.prepared_restore (project_id, started_at);
select baraza.isolate('sync.prepared_restore');

--changeset sync:frozen-restores
--comment: What demo workers get, whatever became of their cases since.
create table sync.frozen_restore (
    project_id uuid not null references tenancy.project,
    user_id text not null,
    payload_id uuid not null,
    pieces int not null,
    made_at timestamptz not null,
    primary key (project_id, user_id)
);
select baraza.isolate('sync.frozen_restore');
