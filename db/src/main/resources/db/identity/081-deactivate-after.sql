--liquibase formatted sql

--changeset identity:deactivate-after
--comment: The day from which a worker is no longer let in (spec: deactivate_after of mobile workers).
alter table identity.mobile_worker add column deactivate_after date;
create index mobile_worker_due on identity.mobile_worker (project_id, deactivate_after)
    where deactivate_after is not null;
