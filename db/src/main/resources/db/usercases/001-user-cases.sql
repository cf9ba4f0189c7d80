--liquibase formatted sql

--changeset usercases:user-cases
create schema usercases;
select baraza.open_schema('usercases');

-- Projects in which each worker has a case about herself.
create table usercases.setting (
    project_id uuid not null references tenancy.project,
    enabled boolean not null,
    primary key (project_id)
);
select baraza.isolate('usercases.setting');

-- Workers whose case may differ from what is known of them, marked in the transaction that changed them.
create table usercases.due (
    project_id uuid not null,
    user_id text not null,
    -- Raised by each further change, so that one which came while she was worked on is not forgotten.
    mark bigint not null default 1,
    -- Somebody works on her; after that time she is free again.
    claimed_until timestamptz,
    primary key (project_id, user_id)
);
select baraza.isolate('usercases.due');
-- The form with which the server closed somebody's case; to open it again, that form is archived.
create table usercases.closing (
    project_id uuid not null,
    user_id text not null,
    form_id text not null,
    primary key (project_id, user_id)
);
select baraza.isolate('usercases.closing');

-- Which projects have work to do, and nothing of what it is.
grant select (project_id) on usercases.due to baraza_system;
create policy finding_work on usercases.due for select to baraza_system using (true);
