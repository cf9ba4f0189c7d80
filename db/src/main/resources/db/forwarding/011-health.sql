--liquibase formatted sql

--changeset forwarding:tallies
--comment: How many attempts of a forwarder there were in an hour, by whether they went well and by how long they took.
create table forwarding.tally (
    project_id uuid not null,
    forwarder_id uuid not null,
    hour timestamptz not null,
    well boolean not null,
    -- Place of its time in the scale of Speed; the higher, the slower.
    speed smallint not null,
    attempts bigint not null,
    primary key (project_id, forwarder_id, hour, well, speed),
    foreign key (project_id, forwarder_id) references forwarding.forwarder on delete cascade
) with (fillfactor = 70);
create index tally_by_hour on forwarding.tally (project_id, hour);
select baraza.isolate('forwarding.tally');

--changeset forwarding:open-records
--comment: The oldest record of a forwarder that is still to be sent.
create index record_open on forwarding.record (project_id, forwarder_id, record_id) where state in (1, 2);
