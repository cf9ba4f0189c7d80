--liquibase formatted sql

--changeset oauth:consents-in-pages
--comment: The programs that act for somebody come in pages, the one she agreed to last first.
create index consent_by_age on oauth.consent (user_id, agreed_at, client_id);
