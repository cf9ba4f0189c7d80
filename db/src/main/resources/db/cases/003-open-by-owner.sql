--liquibase formatted sql

--changeset cases:open-by-owner
--comment: Where a restore begins; workers with years of closed cases must not pay for them.
create index case_open_by_owner on cases.case_record (project_id, owner_id, case_no)
    where deleted_on is null and not closed;
