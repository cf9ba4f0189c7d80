--liquibase formatted sql

--changeset exchange:jobs-of-workers
--comment: Mobile workers with the permission import cases, too.
alter table exchange.job add column requested_by_worker boolean not null default false;
