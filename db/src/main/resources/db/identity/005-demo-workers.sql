--liquibase formatted sql

--changeset identity:demo-workers
--comment: A worker for trying out and showing an app: her forms are kept, and her phone always gets the same cases back.
alter table identity.mobile_worker add column is_demo boolean not null default false;
