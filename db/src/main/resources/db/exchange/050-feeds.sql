--liquibase formatted sql

--changeset exchange:feeds
--comment: Whether programs read an export as an OData feed; no file of a feed is kept.
alter table exchange.export
    add column odata boolean not null default false,
    add constraint export_is_one check (not (daily and odata));
