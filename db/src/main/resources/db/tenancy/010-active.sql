--liquibase formatted sql

--changeset tenancy:active
--comment: Nobody gets into a project that is not active: to phones, programs and people it is not there (spec: project spaces).
alter table tenancy.project add column active boolean not null default true;

--changeset tenancy:switches
--comment: What whoever runs the server switched on: API_OFF, SUBMISSIONS_OFF, FROZEN (spec: limits).
alter table tenancy.project add column switches text[] not null default '{}'
    check (switches <@ array['API_OFF', 'SUBMISSIONS_OFF', 'FROZEN']);
