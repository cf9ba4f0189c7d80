--liquibase formatted sql

--changeset identity:sessions-by-provider
--comment: Which identity provider vouched for whoever holds the session; null where she showed a password.
alter table identity.session add column provider_id uuid references enterprise.provider;
create index session_by_provider on identity.session (provider_id) where provider_id is not null;
--comment: When a provider is turned off, the sessions go that it brought about.
create policy of_provider on identity.session for select to baraza_app
    using (provider_id = (select nullif(current_setting('baraza.vouching', true), '')::uuid));
create policy of_provider_to_end on identity.session for delete to baraza_app
    using (provider_id = (select nullif(current_setting('baraza.vouching', true), '')::uuid));

--changeset identity:invitations-of-a-person
--comment: Whoever is vouched for and has no account gets one if somebody invited her, in whichever project.
create index invitation_by_email on identity.invitation (email)
    where accepted_at is null and cancelled_at is null;
create policy signing_in on identity.invitation for select to baraza_app
    using (email = (select nullif(current_setting('baraza.login', true), '')));
