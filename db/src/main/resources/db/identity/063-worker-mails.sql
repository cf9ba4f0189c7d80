--liquibase formatted sql

--changeset identity:unconfirmed-workers
--comment: A worker who was asked by mail to choose her own password is not let in before she did.
alter table identity.mobile_worker add column confirmed boolean not null default true;

--changeset identity:worker-links
--comment: A link that was mailed to a worker, to choose a password; what stands here opens nothing.
create table identity.worker_link (
    project_id uuid not null references tenancy.project,
    user_id text not null,
    token_hash bytea not null,
    -- Whether it also lets her in for the first time.
    confirms boolean not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (project_id, user_id, token_hash),
    foreign key (project_id, user_id) references identity.mobile_worker
);
create index worker_link_by_age on identity.worker_link (project_id, user_id, created_at);
select baraza.isolate('identity.worker_link');
