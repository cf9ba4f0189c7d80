--liquibase formatted sql

--changeset products:products
create schema products;
select baraza.open_schema('products');

--comment: One row a project that has decided or made anything. Every change of products, programs and of the setting raises
--comment: the version, so that a phone's list is compared by one number.
create table products.stock_setting (
    project_id uuid not null references tenancy.project,
    tracks_stock boolean not null default false,
    version bigint not null default 1,
    primary key (project_id)
);
select baraza.isolate('products.stock_setting');

create table products.program (
    project_id uuid not null references tenancy.project,
    program_id text collate "C" not null,
    name text not null check (length(name) between 1 and 255),
    -- In lower case and bytewise order, so that a page and a prefix are index ranges whatever the locale of the server.
    name_key text collate "C" not null,
    code text collate "C" not null check (length(code) between 1 and 100),
    modified_at timestamptz not null,
    primary key (project_id, program_id)
);
create unique index program_by_code on products.program (project_id, code);
create unique index program_by_name on products.program (project_id, name_key);
select baraza.isolate('products.program');

create table products.product (
    project_id uuid not null references tenancy.project,
    -- As forms name it in the entries of ledgers.
    product_id text collate "C" not null,
    name text not null check (length(name) between 1 and 255),
    name_key text collate "C" not null,
    code text collate "C" not null check (length(code) between 1 and 100),
    unit text not null default '',
    description text not null default '',
    category text not null default '',
    program_id text collate "C",
    cost numeric(18, 5),
    -- An object of strings: what the project notes beyond this.
    data jsonb not null default '{}',
    archived boolean not null default false,
    modified_at timestamptz not null,
    primary key (project_id, product_id),
    foreign key (project_id, program_id) references products.program
);
create unique index product_by_code on products.product (project_id, code);
create unique index product_by_name on products.product (project_id, archived, name_key, product_id);
create index product_by_program on products.product (project_id, program_id, product_id);
select baraza.isolate('products.product');
