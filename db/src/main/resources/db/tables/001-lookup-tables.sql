--liquibase formatted sql

--changeset tables:lookup-tables
create schema tables;
select baraza.open_schema('tables');

create table tables.lookup_table (
    project_id uuid not null references tenancy.project,
    table_id uuid not null default uuidv7(),
    tag text collate "C" not null check (length(tag) between 1 and 31),
    is_global boolean not null default false,
    description text not null default '',
    -- In the order of the elements on the phone: [{"name", "properties": [], "indexed"}].
    fields jsonb not null default '[]',
    item_attributes text[] not null default '{}',
    -- Raised by every change of the table, its rows and their owners. A change of rows locks the table by it.
    modified_at timestamptz not null default now(),
    primary key (project_id, table_id),
    unique (project_id, tag)
);
select baraza.isolate('tables.lookup_table');

create table tables.lookup_row (
    project_id uuid not null,
    row_id uuid not null default uuidv7(),
    table_id uuid not null,
    sort_key int not null,
    -- As in the data API: {"field": [{"field_value", "properties": {}}]}.
    fields jsonb not null default '{}',
    item_attributes jsonb not null default '{}',
    primary key (project_id, row_id),
    foreign key (project_id, table_id) references tables.lookup_table
);
create unique index lookup_row_in_order on tables.lookup_row (project_id, table_id, sort_key, row_id);
select baraza.isolate('tables.lookup_row');

create table tables.row_owner (
    project_id uuid not null,
    row_id uuid not null,
    owner_kind text not null,
    owner_id text collate "C" not null,
    table_id uuid not null,
    primary key (project_id, row_id, owner_kind, owner_id),
    foreign key (project_id, row_id) references tables.lookup_row on delete cascade
);
-- Where the restore of one person begins: what she owns of a table.
create index row_owner_by_owner on tables.row_owner (project_id, table_id, owner_id, row_id);
select baraza.isolate('tables.row_owner');
