--liquibase formatted sql

--changeset identity:keys-in-pages
--comment: Somebody's keys come in pages, oldest first; two of one moment by their ids.
create index api_key_by_age on identity.api_key (user_id, created_at, key_id);
drop index identity.api_key_by_user;
