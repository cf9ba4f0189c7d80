--liquibase formatted sql

--changeset identity:account-event-detail
--comment: What it was about: which program, for example. Never a secret.
alter table identity.account_event add column detail jsonb not null default '{}';
