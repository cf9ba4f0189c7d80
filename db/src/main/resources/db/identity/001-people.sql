--liquibase formatted sql

--changeset identity:web-users
create schema identity;
select baraza.open_schema('identity');

create table identity.web_user (
    user_id text primary key,
    username text not null unique check (username = lower(username) and length(username) <= 254),
    first_name text not null default '',
    last_name text not null default '',
    password_hash text not null,
    -- Raised by whatever must end sign-ins: a new password, a lock, deactivation.
    credential_version int not null default 1,
    active boolean not null default true,
    can_create_projects boolean not null default false,
    failed_sign_ins int not null default 0,
    lock_outs int not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now()
);

--changeset identity:roles-and-members
create table identity.role (
    project_id uuid not null references tenancy.project,
    role_id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 255),
    permissions text[] not null,
    primary key (project_id, role_id),
    unique (project_id, name)
);
select baraza.isolate('identity.role');

create table identity.membership (
    project_id uuid not null references tenancy.project,
    user_id text not null references identity.web_user,
    -- Null for the project's administrators, who may do everything.
    role_id uuid,
    created_at timestamptz not null default now(),
    primary key (project_id, user_id),
    foreign key (project_id, role_id) references identity.role
);
create index membership_by_user on identity.membership (user_id, project_id);
select baraza.isolate('identity.membership');

--changeset identity:mobile-workers
create table identity.mobile_worker (
    project_id uuid not null references tenancy.project,
    user_id text not null,
    username text collate "C" not null check (username = lower(username) and length(username) between 1 and 80),
    first_name text not null default '',
    last_name text not null default '',
    email text not null default '',
    language text not null default '',
    phone_numbers text[] not null default '{}',
    user_data jsonb not null default '{}',
    role_id uuid not null,
    password_hash text not null,
    credential_version int not null default 1,
    active boolean not null default true,
    failed_sign_ins int not null default 0,
    lock_outs int not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now(),
    created_by text not null,
    primary key (project_id, user_id),
    unique (project_id, username),
    foreign key (project_id, role_id) references identity.role
);
create index mobile_worker_by_activity on identity.mobile_worker (project_id, active, username);
select baraza.isolate('identity.mobile_worker');

--changeset identity:api-keys
create table identity.api_key (
    key_id uuid primary key default uuidv7(),
    user_id text not null references identity.web_user,
    name text not null check (length(name) between 1 and 255),
    -- SHA-256 of the secret, which is long and random, so a slow hash would add nothing.
    secret_hash bytea not null,
    only_project uuid references tenancy.project,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index api_key_by_user on identity.api_key (user_id, created_at);

--changeset identity:sessions
create table identity.session (
    token_hash bytea primary key,
    user_id text not null references identity.web_user,
    credential_version int not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index session_by_user on identity.session (user_id);
create index session_by_expiry on identity.session (expires_at);

--changeset identity:audit
create table identity.audit_event (
    project_id uuid not null references tenancy.project,
    event_id bigint generated always as identity,
    at timestamptz not null default now(),
    actor_id text,
    actor_name text not null,
    action text not null,
    subject_kind text,
    subject_id text,
    detail jsonb not null default '{}',
    address text,
    primary key (project_id, event_id)
);
select baraza.isolate('identity.audit_event');
-- What was recorded stays recorded.
revoke update, delete on identity.audit_event from baraza_app;

create table identity.account_event (
    login text not null,
    event_id bigint generated always as identity,
    at timestamptz not null default now(),
    user_id text,
    action text not null,
    address text,
    primary key (login, event_id)
);
