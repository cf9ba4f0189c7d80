--liquibase formatted sql

--changeset devices:running-versions
--comment: Who runs which version of an app, and what went wrong with it.
create index device_by_app on devices.device (project_id, app_id, seen_on, user_id, device_id);
create index heartbeat_by_app on devices.heartbeat (project_id, app_id, received_on, user_id, device_id);
create index log_entry_in_app on devices.log_entry (project_id, app_id, occurred_on)
    where signature is not null;
