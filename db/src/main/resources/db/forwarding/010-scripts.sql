--liquibase formatted sql

--changeset forwarding:scripts
--comment: What people wrote of how a forwarder's format makes what is sent; empty for formats that need nothing.
alter table forwarding.forwarder
    add column script text not null default '' check (length(script) <= 65536);
