--liquibase formatted sql

--changeset feed:partition-cursors
--comment: How far consumers are that get their changes from a broker: a row for each part of the topic. The offset says where
--comment: to read on; the position, what of the feed was seen, because a broker may hold a change twice.
create table feed.partition_cursor (
    consumer text not null,
    topic text not null,
    partition_no int not null,
    next_offset bigint not null,
    last_position bigint not null,
    moved_at timestamptz not null default now(),
    primary key (consumer, topic, partition_no)
);
grant select, insert, update on feed.partition_cursor to baraza_system;
