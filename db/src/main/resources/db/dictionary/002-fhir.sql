--liquibase formatted sql

--changeset dictionary:fhir
--comment: Which resource of FHIR a case of the type becomes, and which element of it a property; empty where nobody said.
alter table dictionary.case_type add column fhir_resource_type text not null default '';
alter table dictionary.case_property add column fhir_path text not null default '';
