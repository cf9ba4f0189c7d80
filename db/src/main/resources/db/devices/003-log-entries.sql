--liquibase formatted sql

--changeset devices:whole-log-entries
--comment: All that phones tell with an entry, and what lists of entries are read by.
alter table devices.log_entry
    -- By the phone's clock where it can be believed, else when the report came.
    add column occurred_on timestamptz,
    add column device_id text,
    add column app_id text,
    add column app_build text,
    add column app_version text,
    add column android_version text,
    add column device_model text,
    add column session text,
    add column session_state text,
    add column expression text,
    -- The same for crashes at the same place, whatever the version and the values.
    add column signature text;
-- The owner of the tables fills them for every project, which forced row-level security would keep from it.
alter table devices.log_entry no force row level security;
alter table devices.report no force row level security;
update devices.log_entry e
    set occurred_on = coalesce(least(e.logged_on, r.received_on), r.received_on),
        device_id = r.device_id,
        app_version = r.app_version,
        device_model = r.device_model
    from devices.report r
    where r.project_id = e.project_id and r.form_id = e.form_id;
alter table devices.log_entry force row level security;
alter table devices.report force row level security;
alter table devices.log_entry alter column occurred_on set not null;
create index log_entry_by_time on devices.log_entry (project_id, occurred_on, form_id, entry_no);
create index log_entry_by_type on devices.log_entry (project_id, type, occurred_on, form_id, entry_no);
create index log_entry_by_user on devices.log_entry (project_id, user_id, occurred_on, form_id, entry_no);
create index log_entry_by_device on devices.log_entry (project_id, device_id, occurred_on, form_id, entry_no);
create index log_entry_by_crash on devices.log_entry (project_id, signature, occurred_on, form_id, entry_no)
    where signature is not null;
alter table devices.report add column android_version text;
