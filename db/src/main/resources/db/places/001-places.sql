--liquibase formatted sql

--changeset places:groups
create schema places;
select baraza.open_schema('places');

create table places.user_group (
    project_id uuid not null references tenancy.project,
    group_id text not null,
    name text not null check (length(name) between 1 and 255),
    -- The name in lower case. A stored column, because under row-level security an index on lower(name) would not be used:
    -- the function is not leakproof, comparing texts is.
    name_key text collate "C" not null,
    -- Its id may own cases, which every member then shares.
    case_sharing boolean not null default false,
    -- Reports can be narrowed down to it.
    reporting boolean not null default true,
    metadata jsonb not null default '{}',
    created_at timestamptz not null,
    last_modified timestamptz not null,
    primary key (project_id, group_id)
);
create index group_by_name on places.user_group (project_id, name_key, group_id);
select baraza.isolate('places.user_group');

create table places.group_member (
    project_id uuid not null,
    group_id text not null,
    user_id text not null,
    -- Place in the list of members, as it was given.
    place int not null,
    primary key (project_id, group_id, user_id),
    foreign key (project_id, group_id) references places.user_group on delete cascade
);
create index group_member_by_place on places.group_member (project_id, group_id, place, user_id);
create index group_member_by_user on places.group_member (project_id, user_id, group_id);
select baraza.isolate('places.group_member');

--changeset places:tree
--comment: One row a project. Whoever changes levels or locations holds it, so that two changes that are each right cannot
--comment: together make a circle or two sisters of one name; and it numbers them, without ever giving a number twice.
create table places.tree (
    project_id uuid not null references tenancy.project,
    last_type_no int not null default 0,
    last_location_no int not null default 0,
    primary key (project_id)
);
select baraza.isolate('places.tree');

create table places.location_type (
    project_id uuid not null references tenancy.project,
    -- Number within the project; CommCare HQ's data API shows one.
    type_no int not null,
    name text not null check (length(name) between 1 and 255),
    code text collate "C" not null check (length(code) between 1 and 255),
    -- The level above; null for the topmost.
    parent_no int,
    -- No stock is kept at its locations.
    administrative boolean not null default false,
    -- Ids of its locations may own cases, for those who are assigned there.
    shares_cases boolean not null default false,
    -- Those who are assigned to one of its locations also own for the locations below.
    view_descendants boolean not null default false,
    created_at timestamptz not null,
    last_modified timestamptz not null,
    primary key (project_id, type_no),
    unique (project_id, code),
    unique (project_id, name),
    foreign key (project_id, parent_no) references places.location_type
);
create index location_type_by_parent on places.location_type (project_id, parent_no);
select baraza.isolate('places.location_type');

--changeset places:locations
create table places.location (
    project_id uuid not null references tenancy.project,
    location_id text not null,
    location_no int not null,
    name text not null check (length(name) between 1 and 255),
    name_key text collate "C" not null,
    type_no int not null,
    -- The location above; null for a root.
    parent_id text,
    site_code text collate "C" not null check (site_code ~ '^[a-z0-9_-]{1,255}$'),
    external_id text,
    metadata jsonb not null default '{}',
    latitude numeric(20, 10),
    longitude numeric(20, 10),
    archived_on timestamptz,
    created_at timestamptz not null,
    last_modified timestamptz not null,
    -- The numbers of all ancestors and of the location itself, each followed by a slash: 1/5/12/. A subtree is the range
    -- from path to path_end: one scan of one index, however deep. Text under "C" rather than an array or ltree, whose
    -- comparisons are not leakproof and so use no index under row-level security; a path rather than a table of
    -- all pairs, because a move then rewrites the rows that moved and no others.
    path text collate "C" not null,
    -- Stored, because joining two rows on a computed end would call a function that is not leakproof.
    path_end text collate "C" not null generated always as (path || '~') stored,
    primary key (project_id, location_id),
    unique (project_id, location_no),
    unique (project_id, path),
    unique (project_id, site_code),
    foreign key (project_id, type_no) references places.location_type,
    foreign key (project_id, parent_id) references places.location
);
create index location_by_parent on places.location (project_id, parent_id, name_key, location_id);
create index location_by_name on places.location (project_id, name_key, location_id);
create index location_by_type on places.location (project_id, type_no, name_key, location_id);
create index location_by_external_id on places.location (project_id, external_id) where external_id is not null;
create index location_by_change on places.location (project_id, last_modified, location_no);
select baraza.isolate('places.location');

--changeset places:assignments
create table places.assignment (
    project_id uuid not null,
    user_id text not null,
    location_id text not null,
    -- The one location that stands for the person where there can be only one.
    is_primary boolean not null default false,
    -- Place in her list, as it was given; the first one left becomes primary when the primary one goes.
    place int not null,
    primary key (project_id, user_id, location_id),
    foreign key (project_id, location_id) references places.location
);
create unique index assignment_primary on places.assignment (project_id, user_id) where is_primary;
create index assignment_by_location on places.assignment (project_id, location_id, user_id);
select baraza.isolate('places.assignment');
