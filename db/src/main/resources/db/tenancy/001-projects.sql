--liquibase formatted sql

--changeset tenancy:project
create schema tenancy;
select baraza.open_schema('tenancy');

create table tenancy.project (
    project_id uuid primary key,
    -- Bytewise order, so that a page and a prefix are index ranges whatever the locale of the server.
    name text collate "C" not null unique check (name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    display_name text not null check (length(display_name) between 1 and 255),
    time_zone text not null default 'UTC',
    created_at timestamptz not null default now(),
    created_by text not null
);

alter table tenancy.project enable row level security;
alter table tenancy.project force row level security;
grant select, insert, update on tenancy.project to baraza_app;
