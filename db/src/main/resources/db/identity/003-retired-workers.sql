--liquibase formatted sql

--changeset identity:retired-workers
--comment: A deleted worker keeps her row, because forms and cases name her id for ever; her username is free again.
alter table identity.mobile_worker add column retired_at timestamptz;
alter table identity.mobile_worker drop constraint mobile_worker_project_id_username_key;
drop index identity.mobile_worker_by_activity;
create unique index mobile_worker_by_name on identity.mobile_worker (project_id, username)
    where retired_at is null;
create index mobile_worker_by_activity on identity.mobile_worker (project_id, active, username)
    where retired_at is null;

--changeset identity:workers-by-age
create index mobile_worker_by_age on identity.mobile_worker (project_id, created_at, user_id)
    where retired_at is null;
