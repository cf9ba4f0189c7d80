--liquibase formatted sql

--changeset apps:apps
create schema apps;
select baraza.open_schema('apps');

--comment: Working copies. The document is kept as text: the order of its keys means something, and jsonb would lose it.
create table apps.app (
    project_id uuid not null references tenancy.project,
    app_id text collate "C" not null check (length(app_id) between 1 and 255),
    name text not null check (length(name) between 1 and 255),
    -- In lower case and bytewise order, so that a page and a prefix are index ranges whatever the locale of the server.
    name_key text collate "C" not null,
    -- Raised by every change; a version freezes it.
    version int not null,
    document text not null,
    -- The app that this one was copied from within the project.
    family_id text,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    modified_by text not null,
    deleted_at timestamptz,
    primary key (project_id, app_id)
);
create index app_by_name on apps.app (project_id, name_key, app_id) where deleted_at is null;
select baraza.isolate('apps.app');

--comment: XForms as their builder left them, without case blocks.
create table apps.form_source (
    project_id uuid not null,
    app_id text collate "C" not null,
    form_id text collate "C" not null check (length(form_id) between 1 and 255),
    source text not null,
    primary key (project_id, app_id, form_id),
    foreign key (project_id, app_id) references apps.app
);
select baraza.isolate('apps.form_source');

--comment: Who changed what. The places that a change touched tell whether it can stand beside another one.
create table apps.edit (
    project_id uuid not null,
    app_id text collate "C" not null,
    -- The version that the change made.
    version int not null,
    edited_at timestamptz not null,
    edited_by text not null,
    -- What was done, in a word.
    action text not null,
    places text[] not null,
    primary key (project_id, app_id, version),
    foreign key (project_id, app_id) references apps.app
);
select baraza.isolate('apps.edit');

--changeset apps:versions
--comment: Versions never change: what phones compare is their number only.
create table apps.build (
    project_id uuid not null,
    build_id text collate "C" not null,
    app_id text collate "C" not null,
    number int not null,
    document text not null,
    comment text not null default '',
    built_at timestamptz not null,
    built_by text not null,
    released boolean not null default false,
    released_at timestamptz,
    deleted_at timestamptz,
    -- Numbers and digests of forms and media files, which the next version compares with; and the media that it uses.
    numbers jsonb not null,
    media jsonb not null,
    primary key (project_id, build_id),
    foreign key (project_id, app_id) references apps.app
);
create unique index build_by_number on apps.build (project_id, app_id, number) where deleted_at is null;
create index build_released on apps.build (project_id, app_id, number) where released and deleted_at is null;
select baraza.isolate('apps.build');

create table apps.build_source (
    project_id uuid not null,
    build_id text collate "C" not null,
    form_id text collate "C" not null,
    source text not null,
    primary key (project_id, build_id, form_id),
    foreign key (project_id, build_id) references apps.build
);
select baraza.isolate('apps.build_source');

--comment: What phones fetch. The files of a language profile are below its id.
create table apps.build_file (
    project_id uuid not null,
    build_id text collate "C" not null,
    path text collate "C" not null,
    content bytea not null,
    digest text not null,
    primary key (project_id, build_id, path),
    foreign key (project_id, build_id) references apps.build
);
select baraza.isolate('apps.build_file');

--comment: Pictures, sounds and films of apps; each content once in a project.
create table apps.media (
    project_id uuid not null references tenancy.project,
    media_id text collate "C" not null,
    digest text collate "C" not null,
    content_type text not null,
    length bigint not null,
    blob_key text not null,
    created_at timestamptz not null,
    primary key (project_id, media_id)
);
create unique index media_by_digest on apps.media (project_id, digest);
select baraza.isolate('apps.media');
