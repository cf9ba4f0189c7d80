--liquibase formatted sql

--changeset identity:user-data
--comment: What a project wants to know of its workers, and sets of values that many of them share.
create table identity.user_data_field (
    project_id uuid not null references tenancy.project,
    slug text not null check (length(slug) between 1 and 127),
    position int not null,
    label text not null,
    required boolean not null default false,
    choices text[] not null default '{}',
    -- Empty for none.
    regex text not null default '',
    regex_message text not null default '',
    primary key (project_id, slug)
);
select baraza.isolate('identity.user_data_field');

create table identity.user_data_profile (
    project_id uuid not null references tenancy.project,
    profile_id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 127),
    fields jsonb not null default '{}',
    primary key (project_id, profile_id),
    unique (project_id, name)
);
select baraza.isolate('identity.user_data_profile');

--changeset identity:worker-profiles
--comment: The values of the profile stand in user_data too, so that phones and lists read one column.
alter table identity.mobile_worker add column profile_id uuid;
alter table identity.mobile_worker add foreign key (project_id, profile_id) references identity.user_data_profile;
create index mobile_worker_by_profile on identity.mobile_worker (project_id, profile_id, user_id)
    where profile_id is not null;
