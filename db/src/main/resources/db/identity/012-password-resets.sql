--liquibase formatted sql

--changeset identity:password-resets
--comment: A link that was mailed to somebody who forgot her password; what stands here opens nothing.
create table identity.password_reset (
    user_id text not null references identity.web_user,
    token_hash bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (user_id, token_hash)
);
create index password_reset_by_age on identity.password_reset (user_id, created_at);

alter table identity.password_reset enable row level security;
alter table identity.password_reset force row level security;
grant select, insert, update, delete on identity.password_reset to baraza_app;
create policy oneself on identity.password_reset to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
