--liquibase formatted sql

--changeset identity:sessions-of-a-person
--comment: What tells somebody her own sessions apart: an id that opens nothing, from where each was opened, and with what.
alter table identity.session
    add column session_id uuid not null default uuidv7(),
    add column address text not null default '',
    add column agent text not null default '';
