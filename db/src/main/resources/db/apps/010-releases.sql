--liquibase formatted sql

--changeset apps:release-settings
--comment: Whether versions may be kept to some: to people at a location, to a language profile.
create table apps.release_setting (
    project_id uuid not null references tenancy.project,
    by_location boolean not null default false,
    by_profile boolean not null default false,
    primary key (project_id)
);
select baraza.isolate('apps.release_setting');

--changeset apps:pinned-releases
--comment: Which version people at a location and below get, or phones with a language profile, instead of the latest release.
create table apps.pinned_release (
    project_id uuid not null,
    pin_id text collate "C" not null,
    app_id text collate "C" not null,
    build_id text collate "C" not null,
    number int not null,
    kind text not null check (kind in ('location', 'profile')),
    -- Id of the location, or of the language profile.
    place_id text collate "C" not null check (length(place_id) between 1 and 255),
    active boolean not null,
    made_at timestamptz not null,
    activated_at timestamptz,
    deactivated_at timestamptz,
    primary key (project_id, pin_id),
    unique (project_id, build_id, kind, place_id),
    foreign key (project_id, build_id) references apps.build
);
create index pinned_release_active on apps.pinned_release (project_id, app_id, kind, place_id, number) where active;
create index pinned_release_newest on apps.pinned_release (project_id, kind, made_at, pin_id);
create index pinned_release_by_app on apps.pinned_release (project_id, kind, app_id, made_at, pin_id);
select baraza.isolate('apps.pinned_release');

--changeset apps:rollouts
--comment: A version that goes to some before it goes to all.
create table apps.rollout (
    project_id uuid not null,
    rollout_id text collate "C" not null,
    app_id text collate "C" not null,
    build_id text collate "C" not null,
    number int not null,
    -- The latest release when it began: what everybody goes back to.
    former_build_id text collate "C",
    percent int not null check (percent between 0 and 100),
    group_ids text[] not null,
    location_ids text[] not null,
    -- By how many percent more of the phones may report errors than with other versions; null for any number.
    error_limit int check (error_limit between 0 and 100),
    state text not null check (state in ('running', 'paused', 'halted', 'completed', 'rolled_back')),
    -- Why it halted by itself.
    reason text,
    -- What everybody went back to.
    reissued_build_id text collate "C",
    started_at timestamptz not null,
    started_by text not null,
    changed_at timestamptz not null,
    primary key (project_id, rollout_id),
    foreign key (project_id, build_id) references apps.build
);
create unique index rollout_open on apps.rollout (project_id, app_id) where state in ('running', 'paused', 'halted');
create index rollout_newest on apps.rollout (project_id, app_id, started_at, rollout_id);
select baraza.isolate('apps.rollout');
-- In which projects somebody has to watch over one, and nothing of what it is.
create index rollout_watched on apps.rollout (project_id) where state = 'running';
grant select (project_id, state) on apps.rollout to baraza_system;
create policy finding_work on apps.rollout for select to baraza_system using (true);

--changeset apps:install-codes
--comment: Short links of a version: nobody guesses one, and it is good for as long as the version is there.
alter table apps.build
    add column install_code text collate "C" not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);
create unique index build_by_install_code on apps.build (project_id, install_code);
