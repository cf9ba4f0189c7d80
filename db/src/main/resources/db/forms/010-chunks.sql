--liquibase formatted sql

--changeset forms:chunks
--comment: Where the raw XML of old forms is once it left the table: a part of a large blob, a chunk. Follows the form wherever its id
--comment: goes.
create table forms.chunk_part (
    project_id uuid not null,
    form_id text not null,
    blob_key text not null,
    -- Where the form begins in the chunk and how long it is there, packed as in forms.form.xml.
    part_offset int not null,
    part_length int not null,
    -- Of these bytes.
    sha256 bytea not null,
    primary key (project_id, form_id),
    foreign key (project_id, form_id) references forms.form on update cascade on delete cascade
);
create index chunk_part_by_blob on forms.chunk_part (project_id, blob_key);
select baraza.isolate('forms.chunk_part');

-- The last form that was looked at; whatever arrived before it stays where it is.
create table forms.chunking (
    project_id uuid primary key,
    received_on timestamptz not null,
    form_id text not null
);
select baraza.isolate('forms.chunking');
