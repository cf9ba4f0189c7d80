--liquibase formatted sql

--changeset identity:join-requests-allowed
--comment: Whether people who are no members may ask to be let into a project (spec: project spaces, allow_domain_requests).
alter table identity.project_security add column join_requests_allowed boolean not null default false;

--changeset identity:join-requests
--comment: Somebody who has an account here and asks to be let into a project.
create table identity.join_request (
    project_id uuid not null references tenancy.project,
    request_id uuid not null default uuidv7(),
    user_id text not null,
    email text collate "C" not null,
    full_name text not null,
    requested_at timestamptz not null default now(),
    -- Null while it waits.
    decided_at timestamptz,
    decided_by text,
    approved boolean,
    primary key (project_id, request_id),
    check ((decided_at is null) = (approved is null)),
    check ((decided_at is null) = (decided_by is null))
);
create unique index join_request_open on identity.join_request (project_id, user_id) where decided_at is null;
create index join_request_by_age on identity.join_request (project_id, requested_at, request_id)
    where decided_at is null;
create index join_request_decided on identity.join_request (project_id, user_id, decided_at)
    where decided_at is not null;
create index join_request_by_user on identity.join_request (user_id) where decided_at is null;
select baraza.isolate('identity.join_request');
--comment: Nobody asks everywhere: hers that wait are counted in all projects.
create policy of_asker on identity.join_request for select to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')));
