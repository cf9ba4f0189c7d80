--liquibase formatted sql

--changeset feed:changes
create schema feed;
select baraza.open_schema('feed');

create table feed.change (
    project_id uuid not null,
    change_id bigint generated always as identity,
    -- Place in the feed, given by the sequencer once no older transaction can still commit. Null until then.
    feed_position bigint,
    at timestamptz not null default now(),
    at_xid xid8 not null default pg_current_xact_id(),
    kind text not null,
    document_id text not null,
    -- The cases that the same transaction changed.
    case_ids text[] not null default '{}',
    primary key (project_id, change_id)
);
create index change_waiting on feed.change (at_xid) where feed_position is null;
create unique index change_by_position on feed.change (feed_position) where feed_position is not null;
create index change_of_project on feed.change (project_id, feed_position) where feed_position is not null;
select baraza.isolate('feed.change');

-- The sequencer and the consumers work across projects, through a role of their own that sees this table only.
grant select, update on feed.change to baraza_system;
create policy sequencing on feed.change to baraza_system using (true) with check (true);

create table feed.consumer (
    name text primary key,
    last_position bigint not null default 0,
    moved_at timestamptz not null default now()
);
grant select, insert, update on feed.consumer to baraza_system;

create table feed.head (
    single boolean primary key default true check (single),
    last_position bigint not null default 0
);
insert into feed.head (last_position) values (0);
grant select, update on feed.head to baraza_system;

--changeset feed:append splitStatements:false
create function feed.append(changes json) returns void
language sql as $$
    insert into feed.change (project_id, kind, document_id, case_ids)
    select (select nullif(current_setting('baraza.project', true), '')::uuid), c.kind, c.document_id, c.case_ids
    from json_to_recordset(changes) as c (kind text, document_id text, case_ids text[])
$$;
grant execute on function feed.append(json) to baraza_app;
