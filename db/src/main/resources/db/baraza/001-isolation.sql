--liquibase formatted sql

--changeset baraza:roles splitStatements:false
--comment: Roles belong to the cluster, not to the database, so they may be there already. Passwords are set by the server.
do $$
begin
    if not exists (select from pg_roles where rolname = 'baraza_app') then
        create role baraza_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'baraza_system') then
        create role baraza_system nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
end
$$;

--changeset baraza:extensions
create extension if not exists btree_gin;
create extension if not exists pg_trgm;

--changeset baraza:isolate splitStatements:false
create schema baraza;
grant usage on schema baraza to baraza_app, baraza_system;

comment on schema baraza is 'What keeps tenants apart. Every tenant table goes through baraza.isolate.';

create function baraza.isolate(target regclass) returns void
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    -- The sub-select is evaluated once per statement and usable as an index condition; '' (what a transaction-local
    -- setting leaves behind) means no project at all.
    execute format(
        'create policy project on %s to baraza_app
             using (project_id = (select nullif(current_setting(''baraza.project'', true), '''')::uuid))
             with check (project_id = (select nullif(current_setting(''baraza.project'', true), '''')::uuid))',
        target);
    execute format('grant select, insert, update, delete on %s to baraza_app', target);
end
$$;

comment on function baraza.isolate(regclass) is
    'Makes a table with a project_id column a tenant table: forced row-level security, one policy, grants.';

create function baraza.open_schema(name text) returns void
language plpgsql as $$
begin
    execute format('grant usage on schema %I to baraza_app, baraza_system', name);
end
$$;
