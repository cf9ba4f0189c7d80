--liquibase formatted sql

--changeset feed:set-aside
--comment: Changes that a consumer could not digest. It goes on without them; somebody looks why, and lets them be tried again.
create table feed.set_aside (
    project_id uuid not null,
    consumer text not null,
    feed_position bigint not null,
    failures int not null default 1,
    reason text not null,
    failed_at timestamptz not null default now(),
    -- Null while it is still tried, at its place.
    set_aside_at timestamptz,
    primary key (project_id, consumer, feed_position)
);
select baraza.isolate('feed.set_aside');
grant select, insert, update, delete on feed.set_aside to baraza_system;
create policy consuming on feed.set_aside to baraza_system using (true) with check (true);

--changeset feed:forwarding-begins-now
--comment: What happened before there was forwarding is not looked through for it.
insert into feed.consumer (name, last_position) select 'forwarding', last_position from feed.head;

--changeset feed:change-by-time
--comment: Finds the part of the feed of a stretch of time; costs next to nothing to keep.
create index change_by_time on feed.change using brin (at);

--changeset feed:documents splitStatements:false
--comment: Announces what is saved beside forms, whichever way it was done: apps, workers and locations. Once a transaction, however
--comment: many rows tell of the document.
create function feed.announce() returns trigger
language plpgsql as $$
declare
    saved jsonb := to_jsonb(coalesce(new, old));
begin
    insert into feed.change (project_id, kind, document_id)
    select (saved ->> 'project_id')::uuid, tg_argv[0], saved ->> tg_argv[1]
    where not exists (
        select from feed.change c
        where c.project_id = (saved ->> 'project_id')::uuid and c.feed_position is null
          and c.at_xid = pg_current_xact_id() and c.kind = tg_argv[0] and c.document_id = saved ->> tg_argv[1]);
    return null;
end
$$;

-- Many rows of one statement are told of at once.
create function feed.announce_new() returns trigger
language plpgsql as $$
begin
    insert into feed.change (project_id, kind, document_id)
    select distinct (to_jsonb(made) ->> 'project_id')::uuid, tg_argv[0], to_jsonb(made) ->> tg_argv[1]
    from made
    where not exists (
        select from feed.change c
        where c.project_id = (to_jsonb(made) ->> 'project_id')::uuid and c.feed_position is null
          and c.at_xid = pg_current_xact_id() and c.kind = tg_argv[0] and c.document_id = to_jsonb(made) ->> tg_argv[1]);
    return null;
end
$$;

create trigger announced after insert on apps.app referencing new table as made
    for each statement execute function feed.announce_new('app', 'app_id');
create trigger announced_again after update of version, name, deleted_at on apps.app
    for each row when (old.* is distinct from new.*) execute function feed.announce('app', 'app_id');
create trigger announced after insert on apps.build referencing new table as made
    for each statement execute function feed.announce_new('app', 'app_id');

create trigger announced after insert on identity.mobile_worker referencing new table as made
    for each statement execute function feed.announce_new('user', 'user_id');
create trigger announced_again
    after update of username, first_name, last_name, email, language, phone_numbers, user_data, role_id, active, profile_id,
        is_demo, retired_at
    on identity.mobile_worker
    for each row when (old.* is distinct from new.*) execute function feed.announce('user', 'user_id');

create trigger announced after insert on places.location referencing new table as made
    for each statement execute function feed.announce_new('location', 'location_id');
create trigger announced_again
    after update of name, type_no, parent_id, site_code, external_id, metadata, latitude, longitude, archived_on
    on places.location
    for each row when (old.* is distinct from new.*) execute function feed.announce('location', 'location_id');
