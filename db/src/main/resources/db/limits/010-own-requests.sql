--liquibase formatted sql

--changeset limits:own-requests
-- As idempotency.request, of requests that are about no project: to make one.
create table idempotency.own_request (
    -- Id of the user, who alone sees it.
    caller text not null,
    request_key text not null,
    fingerprint bytea not null,
    begun_at timestamptz not null,
    status int,
    headers jsonb,
    body bytea,
    primary key (caller, request_key)
);
create index own_request_by_age on idempotency.own_request (caller, begun_at);
alter table idempotency.own_request enable row level security;
alter table idempotency.own_request force row level security;
grant select, insert, update, delete on idempotency.own_request to baraza_app;
create policy oneself on idempotency.own_request to baraza_app
    using (caller = (select nullif(current_setting('baraza.user', true), '')))
    with check (caller = (select nullif(current_setting('baraza.user', true), '')));
