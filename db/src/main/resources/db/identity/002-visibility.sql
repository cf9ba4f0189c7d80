--liquibase formatted sql

--changeset identity:who-sees-platform-tables
--comment: Tables that are not a project's: a row is seen by the one it is about. The settings are made at the edge:
--comment: baraza.user (who is signed in), baraza.login (who says she is), baraza.session (token), baraza.project_name.
create policy one_named on tenancy.project for select to baraza_app
    using (name = (select nullif(current_setting('baraza.project_name', true), '')));
create policy current_project on tenancy.project for select to baraza_app
    using (project_id = (select nullif(current_setting('baraza.project', true), '')::uuid));
create policy of_member on tenancy.project for select to baraza_app
    using (project_id in (
        select m.project_id from identity.membership m
        where m.user_id = (select nullif(current_setting('baraza.user', true), ''))));
create policy new_project on tenancy.project for insert to baraza_app
    with check (project_id = (select nullif(current_setting('baraza.project', true), '')::uuid));
create policy change_project on tenancy.project for update to baraza_app
    using (project_id = (select nullif(current_setting('baraza.project', true), '')::uuid))
    with check (project_id = (select nullif(current_setting('baraza.project', true), '')::uuid));

create policy own_memberships on identity.membership for select to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')));

alter table identity.web_user enable row level security;
alter table identity.web_user force row level security;
grant select, insert, update on identity.web_user to baraza_app;
create policy signing_in on identity.web_user to baraza_app
    using (username = (select nullif(current_setting('baraza.login', true), '')))
    with check (username = (select nullif(current_setting('baraza.login', true), '')));
create policy oneself on identity.web_user to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
create policy fellow_members on identity.web_user for select to baraza_app
    using (exists (
        select from identity.membership m
        where m.user_id = web_user.user_id
          and m.project_id = (select nullif(current_setting('baraza.project', true), '')::uuid)));

alter table identity.api_key enable row level security;
alter table identity.api_key force row level security;
grant select, insert, update on identity.api_key to baraza_app;
create policy own_keys on identity.api_key to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));

alter table identity.session enable row level security;
alter table identity.session force row level security;
grant select, insert, update, delete on identity.session to baraza_app;
create policy holder on identity.session to baraza_app
    using (token_hash = (select decode(nullif(current_setting('baraza.session', true), ''), 'hex')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
create policy own_sessions on identity.session to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));

create policy holder_of_session on identity.web_user for select to baraza_app
    using (exists (
        select from identity.session s
        where s.user_id = web_user.user_id
          and s.token_hash = (select decode(nullif(current_setting('baraza.session', true), ''), 'hex'))));

alter table identity.account_event enable row level security;
alter table identity.account_event force row level security;
grant select, insert on identity.account_event to baraza_app;
create policy own_events on identity.account_event to baraza_app
    using (login = (select nullif(current_setting('baraza.login', true), ''))
        or user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (login = (select nullif(current_setting('baraza.login', true), ''))
        or user_id = (select nullif(current_setting('baraza.user', true), '')));
