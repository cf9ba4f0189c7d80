--liquibase formatted sql

--changeset identity:audit-channels
--comment: By which door somebody came who did something; null where that was not noted.
alter table identity.audit_event add column channel text check (channel in ('web', 'sso', 'api', 'bulk', 'server'));
