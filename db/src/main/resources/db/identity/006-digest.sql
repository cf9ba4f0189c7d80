--liquibase formatted sql

--changeset identity:project-security
--comment: How people may sign in to a project. A project without a row has what is safest.
create table identity.project_security (
    project_id uuid primary key references tenancy.project,
    digest_allowed boolean not null default false
);
select baraza.isolate('identity.project_security');

--changeset identity:digest-secrets
--comment: What HTTP Digest is checked against, sealed with a key that is not in the database. Only while the project
--comment: allows Digest.
create table identity.digest_secret (
    project_id uuid not null,
    user_id text not null,
    -- Of which password it is.
    credential_version int not null,
    sealed_secrets bytea not null,
    primary key (project_id, user_id),
    foreign key (project_id) references identity.project_security
);
select baraza.isolate('identity.digest_secret');

--changeset identity:retired-names
--comment: Whoever signs in on the phone of a deleted worker is told that she was deleted, if the password is hers.
create index mobile_worker_retired on identity.mobile_worker (project_id, username, retired_at)
    where retired_at is not null;
