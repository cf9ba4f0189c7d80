--liquibase formatted sql

--changeset queue:tasks
--comment: Work for any node, in the table layout of db-scheduler. It says which work, never what is in it.
create schema queue;
select baraza.open_schema('queue');

create table queue.task (
    task_name text not null,
    -- Id of the project, a colon, id of the work within it.
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index task_by_time on queue.task (execution_time);
create index task_by_heartbeat on queue.task (last_heartbeat);
alter table queue.task enable row level security;
alter table queue.task force row level security;

-- The nodes find work across projects, through the role that may.
grant select, insert, update, delete on queue.task to baraza_system;
create policy running on queue.task to baraza_system using (true) with check (true);
-- A project's own transaction puts work into the queue, for itself, and sees nothing of it.
grant insert on queue.task to baraza_app;
create policy queueing on queue.task for insert to baraza_app
    with check (starts_with(task_instance, nullif(current_setting('baraza.project', true), '') || ':'));
