--liquibase formatted sql

--changeset exchange:exports
--comment: What somebody wants to export again and again, and the file that a daily one last became.
create table exchange.export (
    project_id uuid not null references tenancy.project,
    export_id uuid not null default uuidv7(),
    type text not null check (type in ('form', 'case')),
    -- The xmlns of the forms or the type of the cases.
    identifier text not null,
    name text not null collate "und-x-icu",
    description text not null default '',
    -- Tables, columns, manner and filter, as ExportPlan writes them.
    plan jsonb not null,
    sharing text not null check (sharing in ('private', 'export_only', 'edit_and_export')),
    owner_id text not null,
    owner_name text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Whether a file of it is kept and made anew each day.
    daily boolean not null default false,
    rebuilding boolean not null default true,
    -- Raised whenever its daily round begins anew, so that an older round ends.
    round int not null default 0,
    built_at timestamptz,
    build_millis bigint,
    -- In the blob store; null until it was built.
    file_key text,
    file_name text,
    file_size bigint,
    fetched_at timestamptz,
    primary key (project_id, export_id)
);
create index export_by_name on exchange.export (project_id, name, export_id);
create index export_by_file on exchange.export (project_id, file_key) where file_key is not null;
select baraza.isolate('exchange.export');

--changeset exchange:data-shapes
--comment: Which questions and repeats forms of a kind have, and which properties cases of a type: found in samples of the data
--comment: and in what exports read; it only grows.
create table exchange.data_shape (
    project_id uuid not null,
    type text not null check (type in ('form', 'case')),
    identifier text not null,
    shape jsonb not null,
    seen_at timestamptz not null,
    primary key (project_id, type, identifier)
);
select baraza.isolate('exchange.data_shape');

--changeset exchange:veils
--comment: What de-identified exports of the project hide ids and dates with; the same for all, so that they fit together.
create table exchange.veil (
    project_id uuid primary key,
    secret bytea not null
);
select baraza.isolate('exchange.veil');
