--liquibase formatted sql

--changeset exchange:case-tables
--comment: Tables of cases that somebody sent and has not imported yet: a day long she can say what their columns mean.
create table exchange.case_table (
    project_id uuid not null references tenancy.project,
    table_id uuid not null,
    file_key text not null,
    file_name text not null,
    row_count int not null,
    -- What is seen of it: [{"header", "samples": []}], in the order of the columns.
    columns jsonb not null,
    sent_by text not null,
    sent_at timestamptz not null,
    primary key (project_id, table_id)
);
create index case_table_by_file on exchange.case_table (project_id, file_key);
create index case_table_by_age on exchange.case_table (project_id, sent_at);
select baraza.isolate('exchange.case_table');
