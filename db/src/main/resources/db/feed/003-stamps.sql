--liquibase formatted sql

--changeset feed:stamps
--comment: The last time that a form or a case of the project was stamped with. Whoever takes a stamp holds this row until her
--comment: transaction ends, so stamps become visible in their order: a reader that goes on behind the last stamp she saw
--comment: misses nothing and sees nothing twice.
create table feed.stamp (
    project_id uuid primary key,
    last_on timestamptz not null
);
select baraza.isolate('feed.stamp');

--changeset feed:take-stamps splitStatements:false
--comment: Takes as many stamps as there are rows, a microsecond apart, and gives the first. Take them as late as possible and
--comment: wait for nobody afterwards.
create function feed.stamps(rows int) returns timestamptz
language sql as $$
    insert into feed.stamp as s (project_id, last_on)
    values ((select nullif(current_setting('baraza.project', true), '')::uuid),
            clock_timestamp() + (rows - 1) * interval '1 microsecond')
    on conflict (project_id) do update
    set last_on = greatest(clock_timestamp(), s.last_on + interval '1 microsecond')
        + (rows - 1) * interval '1 microsecond'
    returning last_on - (rows - 1) * interval '1 microsecond'
$$;
grant execute on function feed.stamps(int) to baraza_app;
