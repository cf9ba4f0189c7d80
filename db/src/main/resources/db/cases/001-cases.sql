--liquibase formatted sql

--changeset cases:case-record
create schema cases;
select baraza.open_schema('cases');

create table cases.case_record (
    project_id uuid not null,
    case_id text not null,
    -- Small number within the project, for the bitmaps of the sync log. Never reused.
    case_no int not null,
    type text not null,
    name text not null collate "und-x-icu",
    owner_id text not null,
    external_id text,
    location_id text,
    closed boolean not null default false,
    opened_on timestamptz,
    opened_by text,
    modified_on timestamptz,
    modified_by text,
    closed_on timestamptz,
    closed_by text,
    server_modified_on timestamptz not null,
    -- Set when the case is gone from lists and restores.
    deleted_on timestamptz,
    -- Set when a person deleted it; null when it is gone because no form contributes to it any more.
    deletion_id text,
    -- Custom properties.
    properties jsonb not null,
    -- Links to other cases, removed ones included (empty target), so that the row alone tells the whole state.
    indices jsonb not null default '[]',
    -- Place of the latest transaction.
    last_ordinal int not null,
    primary key (project_id, case_id)
);
create unique index case_by_number on cases.case_record (project_id, case_no);
create index case_by_change on cases.case_record (project_id, server_modified_on, case_no) where deleted_on is null;
create index case_by_type on cases.case_record (project_id, type, server_modified_on, case_no) where deleted_on is null;
create index case_by_owner on cases.case_record (project_id, owner_id, server_modified_on, case_no)
    where deleted_on is null;
create index case_by_name on cases.case_record (project_id, name, case_no) where deleted_on is null;
create index case_by_external_id on cases.case_record (project_id, external_id) where external_id is not null;
create index case_by_property on cases.case_record using gin (project_id, properties jsonb_path_ops)
    where deleted_on is null;
create index case_by_name_part on cases.case_record using gin (project_id, name gin_trgm_ops) where deleted_on is null;
select baraza.isolate('cases.case_record');

--changeset cases:case-index
--comment: The links again, one row each, for walking the graph in both directions. Kept in step by cases.store.
create table cases.case_index (
    project_id uuid not null,
    case_id text not null,
    identifier text not null,
    -- Empty once the link was removed.
    target_id text not null,
    case_type text not null,
    relationship text not null check (relationship in ('child', 'extension')),
    primary key (project_id, case_id, identifier),
    foreign key (project_id, case_id) references cases.case_record
);
create index case_index_by_target on cases.case_index (project_id, target_id, relationship, case_id)
    where target_id <> '';
select baraza.isolate('cases.case_index');

--changeset cases:case-transaction
create table cases.case_transaction (
    project_id uuid not null,
    case_id text not null,
    -- Place in the history, given under the lock of the case; replay and rebuild use nothing else.
    ordinal int not null,
    -- Null for rebuilds and deletions.
    form_id text,
    type int not null,
    revoked boolean not null default false,
    sync_log_id text,
    server_date timestamptz not null,
    client_date timestamptz,
    user_id text,
    -- The blocks of the form for this case, parsed, so that a rebuild never reads forms.
    blocks json,
    primary key (project_id, case_id, ordinal),
    foreign key (project_id, case_id) references cases.case_record
);
create index case_transaction_by_form on cases.case_transaction (project_id, form_id, case_id)
    where form_id is not null;
select baraza.isolate('cases.case_transaction');

--changeset cases:ledger
create table cases.ledger_value (
    project_id uuid not null,
    case_id text not null,
    section_id text not null,
    entry_id text not null,
    balance numeric not null,
    modified_on timestamptz not null,
    primary key (project_id, case_id, section_id, entry_id),
    foreign key (project_id, case_id) references cases.case_record
);
select baraza.isolate('cases.ledger_value');

--changeset cases:case-numbers
create table cases.case_number (
    project_id uuid primary key,
    next_no int not null
);
select baraza.isolate('cases.case_number');
