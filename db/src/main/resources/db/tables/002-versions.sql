--liquibase formatted sql

--changeset tables:versions
--comment: Raised with modified_at. Unlike a time it is never the same twice, so phones and the server compare it.
alter table tables.lookup_table add column version bigint not null default 0;
