--liquibase formatted sql

--changeset forwarding:records-by-time
--comment: The records of a forwarder in a stretch of time; ids begin with the time.
create index record_of_forwarder on forwarding.record (project_id, forwarder_id, record_id);
