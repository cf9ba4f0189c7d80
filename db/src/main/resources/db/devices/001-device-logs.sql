--liquibase formatted sql

--changeset devices:device-logs
create schema devices;
select baraza.open_schema('devices');

create table devices.report (
    project_id uuid not null,
    form_id text not null,
    device_id text,
    reported_on timestamptz,
    received_on timestamptz not null default now(),
    app_version text,
    device_model text,
    -- MD5 of the raw report; tells a resend from another report under the same id.
    content_md5 bytea not null,
    primary key (project_id, form_id)
);
create index report_by_arrival on devices.report (project_id, received_on);
select baraza.isolate('devices.report');

create table devices.log_entry (
    project_id uuid not null,
    form_id text not null,
    entry_no int not null,
    type text not null,
    message text not null,
    logged_on timestamptz,
    user_id text,
    username text,
    primary key (project_id, form_id, entry_no),
    foreign key (project_id, form_id) references devices.report on delete cascade
);
select baraza.isolate('devices.log_entry');
