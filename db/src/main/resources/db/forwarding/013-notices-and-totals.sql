--liquibase formatted sql

--changeset forwarding:notify-after
-- After how many failures since the last mail the next one goes.
alter table forwarding.connection
    add notify_after int not null default 1 check (notify_after between 1 and 100000);
-- Those of which somebody is to be told once it is time.
create index connection_untold on forwarding.connection (project_id) where untold > 0;

--changeset forwarding:totals
-- For figures of the whole server: how many, and nothing of what they are.
grant select (pending, failed, succeeded, empty, cancelled, invalid) on forwarding.lane to baraza_system;
