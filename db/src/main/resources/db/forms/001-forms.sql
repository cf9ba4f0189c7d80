--liquibase formatted sql

--changeset forms:form
create schema forms;
select baraza.open_schema('forms');

create table forms.form (
    project_id uuid not null,
    form_id text not null,
    -- NORMAL 1, ARCHIVED 2, DEPRECATED 4, DUPLICATE 8, ERROR 16, SUBMISSION_ERROR_LOG 32
    state smallint not null check (state in (1, 2, 4, 8, 16, 32)),
    xmlns text not null,
    name text not null default '',
    app_id text,
    build_id text,
    app_version text,
    commcare_version text,
    user_id text,
    username text,
    device_id text,
    time_start timestamptz,
    time_end timestamptz,
    received_on timestamptz not null,
    edited_on timestamptz,
    -- For duplicates and deprecated content: the id it was sent with.
    orig_id text,
    -- For an edited form: where its former content is kept.
    deprecated_form_id text,
    problem text,
    -- MD5 of the raw XML; tells a resend from an edit.
    content_md5 bytea not null,
    -- The raw XML, byte for byte, compressed with raw deflate; null once the archiver holds it.
    xml bytea,
    xml_length int not null,
    last_sync_token text,
    date_header timestamptz,
    openrosa_version text,
    submit_ip text,
    path text not null,
    -- Who authenticated, which need not be the user of the meta block.
    submitted_by text,
    primary key (project_id, form_id)
) with (fillfactor = 90);

create index form_by_arrival on forms.form (project_id, state, received_on, form_id);
create index form_by_xmlns on forms.form (project_id, xmlns, received_on, form_id);
create index form_by_user on forms.form (project_id, user_id, received_on, form_id);
create index form_by_original on forms.form (project_id, orig_id) where orig_id is not null;
select baraza.isolate('forms.form');

--changeset forms:attachments
create table forms.attachment (
    project_id uuid not null,
    form_id text not null,
    name text not null,
    content_type text not null,
    length bigint not null,
    -- Key in the blob store; null when the bytes were not kept.
    blob_key text,
    -- Why it was set aside; null for an ordinary attachment.
    set_aside text,
    primary key (project_id, form_id, name),
    foreign key (project_id, form_id) references forms.form on update cascade on delete cascade
);
create index attachment_by_blob on forms.attachment (project_id, blob_key);
select baraza.isolate('forms.attachment');

--changeset forms:events
create table forms.event (
    project_id uuid not null,
    form_id text not null,
    event_id bigint generated always as identity,
    operation text not null check (operation in ('archive', 'unarchive', 'edit')),
    at timestamptz not null,
    user_id text,
    primary key (project_id, form_id, event_id),
    foreign key (project_id, form_id) references forms.form on update cascade on delete cascade
);
select baraza.isolate('forms.event');
