--liquibase formatted sql

--changeset activity:access
create schema activity;
select baraza.open_schema('activity');

comment on schema activity is 'Who looked at or changed what by the web app and the APIs.';

create table activity.access_event (
    project_id uuid not null references tenancy.project,
    access_id bigint generated always as identity,
    at timestamptz not null,
    user_id text not null,
    username text not null,
    -- session, single_sign_on, password or key.
    means text not null,
    method text not null,
    -- The address with names in place of ids: what stands in addresses may be about people.
    path text not null,
    -- Of GraphQL, the name of the document.
    operation text not null default '',
    -- The id of the one thing that was asked for, where it is an id of ours.
    subject text not null default '',
    status int not null,
    address text not null,
    agent text not null default '',
    primary key (project_id, access_id)
);
create index access_event_by_time on activity.access_event (project_id, at, access_id);
create index access_event_by_user on activity.access_event (project_id, username, at, access_id);
create index access_event_by_address on activity.access_event (project_id, address, at, access_id);
-- A day is where its rows were written, so a small index finds what is old.
create index access_event_by_age on activity.access_event using brin (at);
select baraza.isolate('activity.access_event');
-- What was recorded stays as it is until its time is over.
revoke update on activity.access_event from baraza_app;
-- The server lets go of what is old, in all projects at once.
create policy over_to_see on activity.access_event for select to baraza_app
    using ((select current_setting('baraza.server', true)) = 'activity' and at < now() - interval '1 day');
create policy over_to_sweep on activity.access_event for delete to baraza_app
    using ((select current_setting('baraza.server', true)) = 'activity' and at < now() - interval '1 day');

--changeset activity:of-a-person
create index account_event_by_user on identity.account_event (user_id, event_id);
create index audit_event_by_address on identity.audit_event (project_id, address, at, event_id) where address is not null;
