--liquibase formatted sql

--changeset identity:entry-rules
--comment: What a project asks of those who come in besides being members.
alter table identity.project_security
    add column two_factor_required boolean not null default false,
    add column strong_mobile_passwords boolean not null default false,
    add column secure_sessions boolean not null default false,
    -- Null for half an hour.
    add column session_minutes int check (session_minutes between 5 and 1440),
    -- Addresses and CIDR blocks; empty for anywhere.
    add column allowed_addresses text[] not null default '{}',
    add column denied_addresses text[] not null default '{}';
-- A session ends as early as the strictest of its holder's projects says, and it is opened outside of all of them.
create policy of_member on identity.project_security for select to baraza_app
    using (project_id in (
        select m.project_id from identity.membership m
        where m.user_id = (select nullif(current_setting('baraza.user', true), ''))));
