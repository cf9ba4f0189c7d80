--liquibase formatted sql

--changeset apps:version-heads
--comment: The document without its menus and other large parts, for lists of versions; null where the version is older than this.
alter table apps.build add column head text;
