--liquibase formatted sql

--changeset dictionary:dictionary
create schema dictionary;
select baraza.open_schema('dictionary');

--comment: What a project says of its types of cases. Applications and data add what they have; nobody but a person takes away.
create table dictionary.case_type (
    project_id uuid not null references tenancy.project,
    name text collate "C" not null check (length(name) between 1 and 255),
    description text not null default '',
    deprecated boolean not null default false,
    -- When the cases of the type were last looked at.
    looked_at timestamptz,
    primary key (project_id, name)
);
select baraza.isolate('dictionary.case_type');

create table dictionary.property_group (
    project_id uuid not null,
    case_type text collate "C" not null,
    -- Small number within the type.
    group_no int not null,
    name text not null check (length(name) between 1 and 255),
    description text not null default '',
    place int not null,
    deprecated boolean not null default false,
    primary key (project_id, case_type, group_no),
    unique (project_id, case_type, name),
    foreign key (project_id, case_type) references dictionary.case_type on delete cascade
);
select baraza.isolate('dictionary.property_group');

create table dictionary.case_property (
    project_id uuid not null,
    case_type text collate "C" not null,
    name text collate "C" not null check (length(name) between 1 and 255),
    -- Small number within the type.
    property_no int not null,
    label text not null default '',
    description text not null default '',
    -- As CommCare HQ writes it; empty when nobody said.
    data_type text not null default '',
    -- What may be chosen, in order: [{"value", "description"}].
    allowed_values jsonb not null default '[]',
    -- Null for what stands in no group.
    group_no int,
    place int not null,
    deprecated boolean not null default false,
    -- Whether a case was ever seen to have it.
    in_data boolean not null default false,
    primary key (project_id, case_type, name),
    unique (project_id, case_type, property_no),
    foreign key (project_id, case_type) references dictionary.case_type on delete cascade,
    foreign key (project_id, case_type, group_no) references dictionary.property_group on delete set null (group_no)
);
create index case_property_by_group on dictionary.case_property (project_id, case_type, group_no);
select baraza.isolate('dictionary.case_property');
