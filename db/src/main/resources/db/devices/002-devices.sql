--liquibase formatted sql

--changeset devices:devices
--comment: One row for each person on each device: when it was last heard of and what it last said. Written in batches.
create table devices.device (
    project_id uuid not null,
    user_id text not null,
    -- Bytewise order, so that its beginning is a range of an index.
    device_id text collate "C" not null,
    first_seen_on timestamptz not null,
    seen_on timestamptz not null,
    last_submission_on timestamptz,
    last_sync_on timestamptz,
    last_heartbeat_on timestamptz,
    -- What it runs, as it said last.
    app_id text,
    build_id text,
    app_version int,
    commcare_version text,
    -- Over all of its apps, by the heartbeats.
    unsent_forms int not null default 0,
    quarantined_forms int not null default 0,
    drift_hours int,
    primary key (project_id, user_id, device_id)
) with (fillfactor = 80);
create index device_by_contact on devices.device (project_id, seen_on, user_id, device_id);
create index device_by_id on devices.device (project_id, device_id);
create index device_by_version on devices.device (project_id, app_version, seen_on, user_id, device_id);
create index device_in_trouble on devices.device (project_id, seen_on, user_id, device_id)
    where unsent_forms > 0 or quarantined_forms > 0 or drift_hours <> 0;
select baraza.isolate('devices.device');

--changeset devices:heartbeats
--comment: The last heartbeat of each app on each device of a person.
create table devices.heartbeat (
    project_id uuid not null,
    user_id text not null,
    device_id text not null,
    app_id text not null,
    received_on timestamptz not null,
    build_id text not null,
    build_profile_id text,
    app_version int,
    commcare_version text,
    -- By the phone's own book.
    last_sync_on timestamptz,
    unsent_forms int,
    quarantined_forms int,
    drift_hours int,
    max_drift_hours int,
    push_token text,
    push_token_on timestamptz,
    primary key (project_id, user_id, device_id, app_id)
) with (fillfactor = 80);
select baraza.isolate('devices.heartbeat');

--changeset devices:prompts
--comment: What phones are told to install, by app: off, on (may be put off) or forced.
create table devices.app_prompt (
    project_id uuid not null,
    app_id text not null,
    client_prompt text not null check (client_prompt in ('off', 'on', 'forced')),
    -- Null for the newest.
    client_version text,
    app_prompt text not null check (app_prompt in ('off', 'on', 'forced')),
    app_version int,
    changed_on timestamptz not null,
    primary key (project_id, app_id)
);
select baraza.isolate('devices.app_prompt');

--changeset devices:log-requests
--comment: Whose logs somebody wants; gone when they have come.
create table devices.log_request (
    project_id uuid not null,
    user_id text not null,
    device_id text not null,
    requested_by text not null,
    requested_on timestamptz not null,
    primary key (project_id, user_id, device_id)
);
select baraza.isolate('devices.log_request');

--changeset devices:recovery-measures
--comment: A number is never given twice, or phones would pass over what they take for done: what is removed keeps its row.
create table devices.recovery_measure (
    project_id uuid not null,
    sequence_number int not null,
    app_id text not null,
    kind text not null,
    app_version_min int,
    app_version_max int,
    client_version_min text,
    client_version_max text,
    note text not null default '',
    created_by text not null,
    created_on timestamptz not null,
    removed_on timestamptz,
    primary key (project_id, sequence_number)
);
create index recovery_measure_by_app on devices.recovery_measure (project_id, app_id, sequence_number)
    where removed_on is null;
select baraza.isolate('devices.recovery_measure');

--changeset devices:keys
--comment: Keys under which phones keep their data. Sealed with a key that is not in the database.
create table devices.key_record (
    project_id uuid not null,
    user_id text not null,
    key_no int not null,
    record_id uuid not null,
    sealed_key bytea not null,
    valid_from timestamptz not null,
    expires_on timestamptz not null,
    made_on timestamptz not null,
    primary key (project_id, user_id, key_no)
);
select baraza.isolate('devices.key_record');

--changeset devices:id-pools
create table devices.id_pool (
    project_id uuid not null,
    pool_id text not null,
    last_number bigint not null,
    primary key (project_id, pool_id)
);
select baraza.isolate('devices.id_pool');

create table devices.id_given (
    project_id uuid not null,
    pool_id text not null,
    session_id text not null,
    number bigint not null,
    given_on timestamptz not null,
    primary key (project_id, pool_id, session_id),
    foreign key (project_id, pool_id) references devices.id_pool on delete cascade
);
create index id_given_by_age on devices.id_given (project_id, given_on);
select baraza.isolate('devices.id_given');
