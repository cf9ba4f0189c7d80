--liquibase formatted sql

--changeset forwarding:connections
create schema forwarding;
select baraza.open_schema('forwarding');

create table forwarding.connection (
    project_id uuid not null references tenancy.project,
    connection_id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 255),
    url text not null check (length(url) between 1 and 255),
    notify_addresses text[] not null,
    -- How requests prove who sends them, without the secrets, as Authentication writes it.
    authentication jsonb not null,
    skip_cert_verify boolean not null default false,
    -- Passwords, client secrets, values of headers and signing secrets, sealed.
    secrets bytea not null,
    -- The token that the other side last gave, sealed; null when there is none.
    token bytea,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    -- When whoever is to be told of failures was last told.
    notified_at timestamptz,
    -- Failures that nobody was told of yet.
    untold int not null default 0,
    primary key (project_id, connection_id)
);
select baraza.isolate('forwarding.connection');

--changeset forwarding:forwarders
create table forwarding.forwarder (
    project_id uuid not null references tenancy.project,
    forwarder_id uuid not null default uuidv7(),
    connection_id uuid not null,
    name text not null check (length(name) between 1 and 255),
    -- Names of a ForwarderType and of one of its formats.
    type text not null,
    format text not null,
    method text not null check (method in ('POST', 'PUT', 'DELETE')),
    -- Filters and manner, as ForwarderOptions writes them.
    options jsonb not null,
    paused boolean not null default false,
    -- Changes from then on are forwarded.
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (project_id, forwarder_id),
    foreign key (project_id, connection_id) references forwarding.connection
);
create index forwarder_by_connection on forwarding.forwarder (project_id, connection_id) where deleted_at is null;
select baraza.isolate('forwarding.forwarder');

--changeset forwarding:lanes
--comment: What moves of a forwarder. Whoever adds records to it or changes their state holds this row first, so that the counts
--comment: are exact and the next record of a document is never forgotten.
create table forwarding.lane (
    project_id uuid not null,
    forwarder_id uuid not null,
    -- When there is something to do; null while there is nothing, or it is paused.
    due_at timestamptz,
    -- The node that works on it, by a number of its own, and until when nobody else does.
    holder uuid,
    held_until timestamptz,
    -- Nothing is sent before that: the other side was not well.
    resting_until timestamptz,
    last_attempt_at timestamptz,
    pending bigint not null default 0,
    failed bigint not null default 0,
    succeeded bigint not null default 0,
    empty bigint not null default 0,
    cancelled bigint not null default 0,
    invalid bigint not null default 0,
    primary key (project_id, forwarder_id),
    foreign key (project_id, forwarder_id) references forwarding.forwarder on delete cascade
);
create index lane_due on forwarding.lane (due_at) where due_at is not null;
select baraza.isolate('forwarding.lane');
-- The nodes find work across projects, and see nothing of what it is.
grant select (project_id, forwarder_id, due_at, held_until) on forwarding.lane to baraza_system;
create policy finding_work on forwarding.lane for select to baraza_system using (true);

--changeset forwarding:records
create table forwarding.record (
    project_id uuid not null,
    record_id uuid not null default uuidv7(),
    forwarder_id uuid not null,
    -- The change of the feed that asks for it: one record for each change, forwarder and document.
    change_position bigint not null,
    -- Id of the form, case, app, worker or location.
    payload_id text not null,
    -- PENDING 1, FAILED 2, SUCCEEDED 4, CANCELLED 8, EMPTY 16, INVALID 32
    state smallint not null default 1 check (state in (1, 2, 4, 8, 16, 32)),
    registered_at timestamptz not null,
    -- When it is sent; null when it is final, or waits for an earlier one of the same document.
    next_check timestamptz,
    last_attempt_at timestamptz,
    tries int not null default 0,
    -- Tries it was given by hand beyond those that every record has.
    more_tries int not null default 0,
    primary key (project_id, record_id),
    foreign key (project_id, forwarder_id) references forwarding.forwarder on delete cascade
) with (fillfactor = 85);
create unique index record_of_change on forwarding.record (project_id, forwarder_id, change_position, payload_id);
create index record_due on forwarding.record (project_id, forwarder_id, next_check, record_id)
    where next_check is not null;
create index record_by_payload on forwarding.record (project_id, payload_id, record_id);
create index record_by_trouble on forwarding.record (project_id, state, record_id) where state in (1, 2, 8, 32);
select baraza.isolate('forwarding.record');

--comment: What is sent of a record whose forwarder sends what was so at the time of the change.
create table forwarding.snapshot (
    project_id uuid not null,
    record_id uuid not null,
    content_type text not null,
    headers jsonb not null,
    body bytea not null,
    primary key (project_id, record_id),
    foreign key (project_id, record_id) references forwarding.record on delete cascade
);
select baraza.isolate('forwarding.snapshot');

--changeset forwarding:requests
--comment: Every request with its answer, for 90 days: attempts of records, tests of connections, and asking for tokens. Bodies are
--comment: cut, secrets are left out.
create table forwarding.request (
    project_id uuid not null,
    request_id uuid not null default uuidv7(),
    connection_id uuid not null,
    -- Null for tests and tokens.
    record_id uuid,
    payload_id text,
    at timestamptz not null,
    -- State of the record after it; null for tests and tokens.
    state smallint,
    method text not null,
    url text not null,
    headers jsonb not null default '{}',
    body text not null default '',
    -- Null when no answer came.
    status smallint,
    error text,
    response_headers jsonb not null default '{}',
    response_body text not null default '',
    millis int not null,
    primary key (project_id, request_id)
);
create index request_by_record on forwarding.request (project_id, record_id, request_id) where record_id is not null;
create index request_by_payload on forwarding.request (project_id, payload_id, request_id)
    where payload_id is not null;
create index request_by_connection on forwarding.request (project_id, connection_id, request_id);
create index request_by_time on forwarding.request (project_id, at);
select baraza.isolate('forwarding.request');
