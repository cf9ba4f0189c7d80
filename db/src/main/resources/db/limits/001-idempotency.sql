--liquibase formatted sql

--changeset limits:idempotency
create schema idempotency;
select baraza.open_schema('idempotency');

-- Requests that came with a key of the caller's, and how they were answered.
create table idempotency.request (
    project_id uuid not null references tenancy.project,
    -- Id of the user.
    caller text not null,
    request_key text not null,
    -- SHA-256 of method, address and body: the key fits no other request.
    fingerprint bytea not null,
    begun_at timestamptz not null,
    -- All null while it runs, and for ever if the node died that ran it.
    status int,
    headers jsonb,
    body bytea,
    primary key (project_id, caller, request_key)
);
create index request_by_age on idempotency.request (project_id, begun_at);
select baraza.isolate('idempotency.request');
