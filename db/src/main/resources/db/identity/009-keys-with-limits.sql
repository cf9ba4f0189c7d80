--liquibase formatted sql

--changeset identity:keys-with-limits
--comment: A key may act with a role of its one project, be shown from some addresses only, and rest for a while.
alter table identity.api_key
    -- A role that is gone or archived opens nothing; the key does not then act with more.
    add column role_id uuid check (role_id is null or only_project is not null),
    -- Addresses and CIDR blocks; empty for anywhere.
    add column allowed_addresses text[] not null default '{}',
    add column deactivated_at timestamptz;
-- Its owner sees what a key acts with, whatever her own role is.
create policy of_own_key on identity.role for select to baraza_app
    using (exists (
        select from identity.api_key k
        where k.only_project = role.project_id and k.role_id = role.role_id
          and k.user_id = (select nullif(current_setting('baraza.user', true), ''))));
