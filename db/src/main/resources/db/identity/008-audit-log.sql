--liquibase formatted sql

--changeset identity:audit-log-indexes
--comment: The book is read backwards: all of it, or what one person did, or what was done in one way.
create index audit_event_by_time on identity.audit_event (project_id, at, event_id);
create index audit_event_by_actor on identity.audit_event (project_id, actor_name, at, event_id);
create index audit_event_by_action on identity.audit_event (project_id, action, at, event_id);
