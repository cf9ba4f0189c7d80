--liquibase formatted sql

--changeset forms:intake-plans
--comment: Left to itself the planner plans this anew at each call, for the one or two ids of that call; that costs more than
--comment: running it. One plan serves them all, by the primary key, also while the table is young and its size unknown.
alter function forms.lock_stored(text[]) set plan_cache_mode to force_generic_plan set enable_seqscan to off;

--changeset forms:unmeasured-content
--comment: Nobody searches in it, and taking samples of it is most of what an analyze of the table costs.
alter table forms.form alter column xml set statistics 0;
alter table forms.form alter column content_md5 set statistics 0;
