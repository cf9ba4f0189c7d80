--liquibase formatted sql

--changeset exchange:requested-role
--comment: Whoever asked with a key or a token that is bound to a role does the work within that role too.
alter table exchange.job add column requested_role uuid;
