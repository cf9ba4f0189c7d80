--liquibase formatted sql

--changeset exchange:jobs
create schema exchange;
select baraza.open_schema('exchange');

create table exchange.job (
    project_id uuid not null references tenancy.project,
    job_id uuid not null default uuidv7(),
    kind text not null,
    state text not null,
    -- What was asked for, as JobRequest writes it.
    request jsonb not null,
    requested_by text not null,
    requested_by_name text not null,
    requested_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- Somebody asked for its end.
    cancelling boolean not null default false,
    -- Raised each time a node begins with it: whoever has an older number has lost it.
    run int not null default 0,
    -- Beginnings since it last moved on.
    fruitless int not null default 0,
    -- Null until the rows are counted.
    total int,
    -- Rows behind it, committed in the transaction that did them; the next run begins after them.
    done int not null default 0,
    failed int not null default 0,
    created int not null default 0,
    updated int not null default 0,
    unchanged int not null default 0,
    deleted int not null default 0,
    -- What it works on, in the blob store; gone when it has ended, because a workbook may hold passwords.
    source_key text,
    source_name text,
    -- What came of it, in the blob store.
    result_key text,
    result_name text,
    problem_code text,
    problem_message text,
    primary key (project_id, job_id)
);
create index job_by_source on exchange.job (project_id, source_key) where source_key is not null;
create index job_by_result on exchange.job (project_id, result_key) where result_key is not null;
select baraza.isolate('exchange.job');

create table exchange.job_error (
    project_id uuid not null,
    job_id uuid not null,
    -- In the order of the work, from 1 on.
    error_no int not null,
    sheet text not null,
    row_no int not null,
    column_name text,
    code text not null,
    message text not null,
    subject text not null,
    primary key (project_id, job_id, error_no),
    foreign key (project_id, job_id) references exchange.job on delete cascade
);
select baraza.isolate('exchange.job_error');
