--liquibase formatted sql

--changeset oauth:applications
create schema oauth;
select baraza.open_schema('oauth');

comment on schema oauth is 'Programs that act for web users, what they were granted, and the keys that sign who somebody is.';

create table oauth.application (
    client_id text collate "C" primary key check (length(client_id) between 1 and 100),
    owner_id text not null references identity.web_user,
    kind text not null check (kind in ('confidential', 'public', 'service')),
    name text not null check (length(name) between 1 and 255),
    -- SHA-256 of the secret, which is long and random; null for a program that cannot keep one.
    secret_hash bytea,
    redirect_uris text[] not null default '{}',
    scopes text[] not null,
    -- Of a service: the one project that it works in, and the role beyond which it may do nothing. The role may go.
    only_project uuid references tenancy.project,
    only_role uuid,
    failed_sign_ins int not null default 0,
    lock_outs int not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now(),
    secret_made_at timestamptz,
    check ((kind = 'public') = (secret_hash is null)),
    check ((kind = 'service') = (only_project is not null and only_role is not null))
);
create index application_by_owner on oauth.application (owner_id, created_at, client_id);

--changeset oauth:grants
--comment: What one program was granted at one time, from the request until its last token is over. Tokens, codes and
--comment: the state of a request are kept as SHA-256, and each is good once or until it is over.
create table oauth.access_grant (
    grant_id uuid primary key,
    client_id text collate "C" not null references oauth.application on delete cascade,
    -- For whom the program acts; its own maker, if it is a service.
    user_id text not null references identity.web_user,
    -- Of the user, when she granted it: a new password, a lock or deactivation ends it.
    credential_version int not null,
    signed_in_at timestamptz not null,
    -- Raised with every change, so that of two programs with one token only one goes on.
    version int not null default 1,
    flow text not null check (flow in ('authorization_code', 'client_credentials')),
    scopes text[] not null,
    only_project uuid references tenancy.project,
    -- The request as it came, until the code is exchanged.
    request jsonb,
    state_hash bytea unique,
    code_hash bytea unique,
    code_issued_at timestamptz,
    code_expires_at timestamptz,
    code_used boolean not null default false,
    access_hash bytea unique,
    access_scopes text[],
    access_issued_at timestamptz,
    access_expires_at timestamptz,
    access_ended boolean not null default false,
    refresh_hash bytea unique,
    refresh_issued_at timestamptz,
    refresh_expires_at timestamptz,
    refresh_ended boolean not null default false,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    -- Nobody can do anything with it after this.
    keep_until timestamptz not null
);
create index access_grant_by_user on oauth.access_grant (user_id, client_id, last_used_at);
create index access_grant_by_client on oauth.access_grant (client_id);
create index access_grant_over on oauth.access_grant (keep_until);

--changeset oauth:spent-tokens
--comment: Refresh tokens that were exchanged for others. Whoever shows one has stolen it, or it was stolen from her.
create table oauth.spent_token (
    token_hash bytea primary key,
    grant_id uuid not null references oauth.access_grant on delete cascade,
    user_id text not null
);
create index spent_token_by_grant on oauth.spent_token (grant_id);

--changeset oauth:consents
create table oauth.consent (
    user_id text not null references identity.web_user,
    client_id text collate "C" not null references oauth.application on delete cascade,
    scopes text[] not null,
    agreed_at timestamptz not null default now(),
    primary key (user_id, client_id)
);
create index consent_by_client on oauth.consent (client_id);

--changeset oauth:signing-keys
--comment: Keys that sign ID tokens; the private part is sealed with a key that is not in the database.
create table oauth.signing_key (
    key_id text collate "C" primary key,
    public_key bytea not null,
    sealed_key bytea not null,
    created_at timestamptz not null,
    -- It is published before it signs, so that nobody meets a signature by an unknown key.
    signs_from timestamptz not null,
    published_until timestamptz not null
);

--changeset oauth:who-sees-what
--comment: An application is seen by its owner, by whoever names its id, and by those who let it act for them. A grant is
--comment: seen by its user and by whoever holds one of its secrets. The server itself sees its keys, and what is over.
alter table oauth.application enable row level security;
alter table oauth.application force row level security;
grant select, insert, update, delete on oauth.application to baraza_app;
create policy owner on oauth.application to baraza_app
    using (owner_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (owner_id = (select nullif(current_setting('baraza.user', true), '')));
create policy named on oauth.application to baraza_app
    using (client_id = (select nullif(current_setting('baraza.client', true), '')))
    with check (client_id = (select nullif(current_setting('baraza.client', true), '')));
create policy authorized on oauth.application for select to baraza_app
    using (exists (
        select from oauth.consent c
        where c.client_id = application.client_id
          and c.user_id = (select nullif(current_setting('baraza.user', true), ''))));

alter table oauth.access_grant enable row level security;
alter table oauth.access_grant force row level security;
grant select, insert, update, delete on oauth.access_grant to baraza_app;
create policy own_grants on oauth.access_grant to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
create policy holder on oauth.access_grant for select to baraza_app
    using ((select decode(nullif(current_setting('baraza.token', true), ''), 'hex'))
        in (state_hash, code_hash, access_hash, refresh_hash));
create policy over_to_see on oauth.access_grant for select to baraza_app
    using ((select current_setting('baraza.server', true)) = 'oauth' and keep_until < now());
create policy over_to_sweep on oauth.access_grant for delete to baraza_app
    using ((select current_setting('baraza.server', true)) = 'oauth' and keep_until < now());

alter table oauth.spent_token enable row level security;
alter table oauth.spent_token force row level security;
grant select, insert, delete on oauth.spent_token to baraza_app;
create policy own_spent on oauth.spent_token to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
create policy holder on oauth.spent_token for select to baraza_app
    using (token_hash = (select decode(nullif(current_setting('baraza.token', true), ''), 'hex')));

alter table oauth.consent enable row level security;
alter table oauth.consent force row level security;
grant select, insert, update, delete on oauth.consent to baraza_app;
create policy own_consents on oauth.consent to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));

alter table oauth.signing_key enable row level security;
alter table oauth.signing_key force row level security;
grant select, insert, delete on oauth.signing_key to baraza_app;
create policy server on oauth.signing_key to baraza_app
    using ((select current_setting('baraza.server', true)) = 'oauth')
    with check ((select current_setting('baraza.server', true)) = 'oauth');
