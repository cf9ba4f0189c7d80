--liquibase formatted sql

--changeset sync:shadow
--comment: What the phone holds after the sync: see the class Shadow. Bytes that do not compress, so they are not tried.
alter table sync.sync_log
    -- Who asked, where somebody restored as another; null where it was the person herself.
    add column asked_by text,
    -- The sync that this one continued; null for a first one.
    add column previous_id text,
    -- Under which ids she owned cases, as this sync told the phone.
    add column owner_ids text[] not null default '{}',
    -- Place in the feed that the payload's snapshot had reached, and what it saw beyond that had no place yet.
    add column feed_position bigint not null default 0,
    add column seen_changes bigint[] not null default '{}',
    add column shadow bytea,
    -- XOR of the digests of the case ids of the shadow: 16 bytes.
    add column state_hash bytea,
    -- When all but the last bytes of the payload had been written. No phone continues from a sync that never was.
    add column completed_at timestamptz,
    add column state_error_at timestamptz,
    add column state_error_hash text;
alter table sync.sync_log alter column shadow set storage external;
alter table sync.sync_log alter column shadow set statistics 0;

--changeset sync:shadow-delta
--comment: What forms sent with a sync's token did to the phone since; folded into the shadow at the next sync.
create table sync.shadow_delta (
    project_id uuid not null,
    sync_log_id text not null,
    delta_no bigint generated always as identity,
    form_id text not null,
    -- Blocks in the order in which the phone applied them.
    steps json not null,
    primary key (project_id, sync_log_id, delta_no),
    foreign key (project_id, sync_log_id) references sync.sync_log on delete cascade
);
select baraza.isolate('sync.shadow_delta');

--changeset sync:note splitStatements:false
--comment: Keeps what forms did to the phones that sent them. A token that is not known, or another person's, says nothing.
create function sync.note(deltas json) returns void
language sql as $$
    insert into sync.shadow_delta (project_id, sync_log_id, form_id, steps)
    select l.project_id, l.sync_log_id, d.form_id, d.steps
    from json_to_recordset(deltas) as d (token text, users text[], form_id text, steps json)
    join sync.sync_log l on l.sync_log_id = d.token and l.user_id = any (d.users)
$$;
alter function sync.note(json) set plan_cache_mode to force_generic_plan set enable_seqscan to off set enable_hashjoin to off;
grant execute on function sync.note(json) to baraza_app;
