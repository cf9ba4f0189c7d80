--liquibase formatted sql

--changeset places:tree-version
--comment: Raised by every change of levels or locations. A phone that has seen this number need not be told of places again.
alter table places.tree add column version bigint not null default 0;

--changeset places:restore-setting
--comment: In which shape phones get the tree of locations. A project without a row sends it flat.
create table places.restore_setting (
    project_id uuid not null references tenancy.project,
    location_fixtures text not null,
    primary key (project_id)
);
select baraza.isolate('places.restore_setting');
