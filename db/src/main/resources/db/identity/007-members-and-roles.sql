--liquibase formatted sql

--changeset identity:members-kept-out
--comment: A member can be kept out of one project and stay in her others; what a project knows of her is its own.
alter table identity.membership add column active boolean not null default true;
alter table identity.membership add column user_data jsonb not null default '{}';
create index membership_by_role on identity.membership (project_id, role_id);

--changeset identity:own-roles
--comment: A member sees her own roles from outside of her projects too: what she may do in each of them.
create policy own_roles on identity.role for select to baraza_app
    using (exists (
        select from identity.membership m
        where m.project_id = role.project_id and m.role_id = role.role_id
          and m.user_id = (select nullif(current_setting('baraza.user', true), ''))));

--changeset identity:roles-that-are-kept
alter table identity.role add column archived_at timestamptz;
-- Whoever may edit web users may give this role.
alter table identity.role add column non_admin_editable boolean not null default false;
-- Besides, those who have one of these roles may.
alter table identity.role add column assignable_by uuid[] not null default '{}';
create index mobile_worker_by_role on identity.mobile_worker (project_id, role_id);

--changeset identity:people-by-name
--comment: Names in lower case, stored: under row-level security an index on lower(name) would not be used.
alter table identity.mobile_worker
    add column first_name_key text collate "C" not null generated always as (lower(first_name)) stored,
    add column last_name_key text collate "C" not null generated always as (lower(last_name)) stored,
    add column email_key text collate "C" not null generated always as (lower(email)) stored;
create index mobile_worker_by_first_name on identity.mobile_worker (project_id, first_name_key)
    where retired_at is null;
create index mobile_worker_by_last_name on identity.mobile_worker (project_id, last_name_key)
    where retired_at is null;
create index mobile_worker_by_email on identity.mobile_worker (project_id, email_key)
    where retired_at is null;
