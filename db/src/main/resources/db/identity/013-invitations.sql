--liquibase formatted sql

--changeset identity:invitations
--comment: Somebody who may become a member, once she opens the link that was mailed or handed to her.
create table identity.invitation (
    project_id uuid not null references tenancy.project,
    invitation_id uuid not null default uuidv7(),
    email text collate "C" not null check (email = lower(email) and length(email) <= 254),
    -- Null for an administrator.
    role_id uuid,
    invited_by text not null,
    invited_by_name text not null,
    invited_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- Of the secret in the link; another one with every time that it is sent.
    secret_hash bytea not null,
    -- What she will be given when she comes.
    primary_location_id text not null default '',
    assigned_location_ids text[] not null default '{}',
    profile_id uuid,
    user_data jsonb not null default '{}',
    -- Null while nothing was mailed.
    mailed_at timestamptz,
    mail_failed boolean not null default false,
    accepted_at timestamptz,
    accepted_by text,
    cancelled_at timestamptz,
    primary key (project_id, invitation_id),
    foreign key (project_id, role_id) references identity.role,
    foreign key (project_id, profile_id) references identity.user_data_profile
);
create unique index invitation_open on identity.invitation (project_id, email)
    where accepted_at is null and cancelled_at is null;
create index invitation_by_age on identity.invitation (project_id, invited_at, invitation_id)
    where accepted_at is null and cancelled_at is null;
create index invitation_by_role on identity.invitation (project_id, role_id);
create index invitation_by_profile on identity.invitation (project_id, profile_id) where profile_id is not null;
select baraza.isolate('identity.invitation');
