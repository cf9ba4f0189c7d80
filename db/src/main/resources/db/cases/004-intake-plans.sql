--liquibase formatted sql

--changeset cases:intake-plans
--comment: One plan for all calls, by the primary key: see forms/003-intake-plans.sql.
alter function cases.lock_cases(text[]) set plan_cache_mode to force_generic_plan set enable_seqscan to off;
alter function cases.existing(text[]) set plan_cache_mode to force_generic_plan set enable_seqscan to off;
alter function cases.store(json, json, json, json)
    set plan_cache_mode to force_generic_plan set enable_seqscan to off set enable_hashjoin to off;

--changeset cases:unmeasured-content
--comment: The planner knows nothing of the inside of documents anyway, and sampling them is most of an analyze's work.
alter table cases.case_record alter column properties set statistics 0;
alter table cases.case_record alter column indices set statistics 0;
alter table cases.case_transaction alter column blocks set statistics 0;
