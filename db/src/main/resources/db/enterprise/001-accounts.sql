--liquibase formatted sql

--changeset enterprise:accounts
create schema enterprise;
select baraza.open_schema('enterprise');

comment on schema enterprise is 'Organisations with several project spaces, and the identity providers that their people sign in with.';

create table enterprise.account (
    account_id uuid primary key,
    name text not null check (length(name) between 1 and 255),
    -- The project whose members act in others of the account with the roles that they have in it; null for none.
    source_project_id uuid references tenancy.project,
    created_at timestamptz not null,
    created_by text not null
);

create table enterprise.admin (
    account_id uuid not null references enterprise.account,
    user_id text not null references identity.web_user,
    username text not null,
    added_at timestamptz not null,
    added_by text not null,
    primary key (account_id, user_id)
);
create index admin_by_user on enterprise.admin (user_id, account_id);

--comment: A project belongs to one account at most.
create table enterprise.project (
    project_id uuid primary key references tenancy.project,
    account_id uuid not null references enterprise.account,
    -- The source of the account, if members of it act here too.
    source_project_id uuid references tenancy.project,
    added_at timestamptz not null,
    added_by text not null
);
create index project_by_account on enterprise.project (account_id, project_id);
create index project_by_source on enterprise.project (source_project_id) where source_project_id is not null;

--comment: What was done about an account, and by whom.
create table enterprise.event (
    account_id uuid not null references enterprise.account,
    event_id bigint generated always as identity,
    at timestamptz not null,
    actor_id text not null,
    actor_name text not null,
    action text not null,
    detail jsonb not null default '{}',
    primary key (account_id, event_id)
);

--changeset enterprise:providers
create table enterprise.provider (
    provider_id uuid primary key,
    account_id uuid not null references enterprise.account,
    name text not null check (length(name) between 1 and 255),
    -- Stands in addresses that the provider knows, so it never changes.
    slug text collate "C" not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
    issuer text not null check (length(issuer) <= 1000),
    client_id text not null check (length(client_id) between 1 and 500),
    -- Under a key that is not in the database.
    sealed_secret bytea not null,
    active boolean not null default false,
    enforcement text not null check (enforcement in ('global', 'test')),
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index provider_by_account on enterprise.provider (account_id, slug);

--comment: Whoever has an address in a domain that was proved signs in with its provider.
create table enterprise.email_domain (
    account_id uuid not null references enterprise.account,
    email_domain text collate "C" not null check (email_domain = lower(email_domain) and length(email_domain) <= 253),
    provider_id uuid not null references enterprise.provider,
    -- What the domain must say in a TXT record.
    challenge text not null,
    proved_at timestamptz,
    proved_by text,
    primary key (account_id, email_domain)
);
-- Anybody may claim a domain; one can prove it.
create unique index email_domain_proved on enterprise.email_domain (email_domain) where proved_at is not null;
create index email_domain_by_provider on enterprise.email_domain (provider_id, email_domain);

--comment: Whom a provider treats otherwise: those who try it, and those who may do without it.
create table enterprise.listed_user (
    provider_id uuid not null references enterprise.provider,
    list text not null check (list in ('test', 'exempt')),
    username text collate "C" not null check (username = lower(username) and length(username) <= 254),
    primary key (provider_id, list, username)
);

--comment: A project outside of the account of a provider is entered by way of it only if it trusts it.
create table enterprise.trusted_provider (
    project_id uuid not null references tenancy.project,
    provider_id uuid not null references enterprise.provider,
    trusted_at timestamptz not null,
    trusted_by text not null,
    primary key (project_id, provider_id)
);
select baraza.isolate('enterprise.trusted_provider');

--changeset enterprise:who-sees-what
--comment: The administrators of an account see it whole, under the setting baraza.account, which is made once it is known
--comment: that somebody is one of them. Signing in sees the provider that is named, or that an e-mail domain leads to.
alter table enterprise.account enable row level security;
alter table enterprise.account force row level security;
grant select, insert, update on enterprise.account to baraza_app;
create policy account on enterprise.account to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));
create policy server on enterprise.account for select to baraza_app
    using ((select current_setting('baraza.server', true)) = 'enterprise');

alter table enterprise.admin enable row level security;
alter table enterprise.admin force row level security;
grant select, insert, delete on enterprise.admin to baraza_app;
create policy account on enterprise.admin to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));
create policy oneself on enterprise.admin for select to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')));

create policy of_admin on enterprise.account for select to baraza_app
    using (account_id in (
        select a.account_id from enterprise.admin a
        where a.user_id = (select nullif(current_setting('baraza.user', true), ''))));

alter table enterprise.project enable row level security;
alter table enterprise.project force row level security;
grant select, insert, update, delete on enterprise.project to baraza_app;
create policy account on enterprise.project to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));
create policy of_project on enterprise.project for select to baraza_app
    using (project_id = (select nullif(current_setting('baraza.project', true), '')::uuid));
create policy of_source_member on enterprise.project for select to baraza_app
    using (source_project_id in (
        select m.project_id from identity.membership m
        where m.active and m.user_id = (select nullif(current_setting('baraza.user', true), ''))));

alter table enterprise.event enable row level security;
alter table enterprise.event force row level security;
-- What was recorded stays recorded.
grant select, insert on enterprise.event to baraza_app;
create policy account on enterprise.event to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));

alter table enterprise.email_domain enable row level security;
alter table enterprise.email_domain force row level security;
grant select, insert, update, delete on enterprise.email_domain to baraza_app;
create policy account on enterprise.email_domain to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));
create policy named on enterprise.email_domain for select to baraza_app
    using (proved_at is not null
        and email_domain = (select nullif(current_setting('baraza.email_domain', true), '')));

alter table enterprise.provider enable row level security;
alter table enterprise.provider force row level security;
grant select, insert, update on enterprise.provider to baraza_app;
create policy account on enterprise.provider to baraza_app
    using (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid))
    with check (account_id = (select nullif(current_setting('baraza.account', true), '')::uuid));
create policy named on enterprise.provider for select to baraza_app
    using (slug = (select nullif(current_setting('baraza.provider', true), '')));
create policy of_email_domain on enterprise.provider for select to baraza_app
    using (provider_id in (
        select d.provider_id from enterprise.email_domain d
        where d.proved_at is not null
          and d.email_domain = (select nullif(current_setting('baraza.email_domain', true), ''))));
create policy trusted on enterprise.provider for select to baraza_app
    using (provider_id in (
        select t.provider_id from enterprise.trusted_provider t
        where t.project_id = (select nullif(current_setting('baraza.project', true), '')::uuid)));
create policy of_projects_account on enterprise.provider for select to baraza_app
    using (account_id in (
        select p.account_id from enterprise.project p
        where p.project_id = (select nullif(current_setting('baraza.project', true), '')::uuid)));

alter table enterprise.listed_user enable row level security;
alter table enterprise.listed_user force row level security;
grant select, insert, delete on enterprise.listed_user to baraza_app;
create policy account on enterprise.listed_user to baraza_app
    using (provider_id in (
        select p.provider_id from enterprise.provider p
        where p.account_id = (select nullif(current_setting('baraza.account', true), '')::uuid)))
    with check (provider_id in (
        select p.provider_id from enterprise.provider p
        where p.account_id = (select nullif(current_setting('baraza.account', true), '')::uuid)));
create policy signing_in on enterprise.listed_user for select to baraza_app
    using (username = (select nullif(current_setting('baraza.login', true), '')));

--changeset enterprise:members-of-the-source
--comment: Members of the source of an account see the projects in which they act because of it.
create policy of_source_member on tenancy.project for select to baraza_app
    using (project_id in (
        select p.project_id from enterprise.project p
        where p.source_project_id in (
            select m.project_id from identity.membership m
            where m.active and m.user_id = (select nullif(current_setting('baraza.user', true), '')))));
--comment: The names of an account's projects, for its administrators.
create policy of_account on tenancy.project for select to baraza_app
    using (project_id in (
        select p.project_id from enterprise.project p
        where p.account_id = (select nullif(current_setting('baraza.account', true), '')::uuid)));
