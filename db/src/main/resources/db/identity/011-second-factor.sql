--liquibase formatted sql

--changeset identity:second-factor
--comment: What proves that somebody has her phone, beside knowing her password (RFC 6238).
create table identity.second_factor (
    user_id text primary key references identity.web_user,
    -- The secret that her phone holds too, under a key that is not in the database.
    sealed_secret bytea not null,
    created_at timestamptz not null default now(),
    -- Null until a first code showed that her phone has it; nobody is asked for a code before that.
    confirmed_at timestamptz,
    -- The step of the last code that was taken: neither it nor one before it is taken again.
    last_step bigint not null default 0,
    failed_codes int not null default 0,
    lock_outs int not null default 0,
    locked_until timestamptz
);

create table identity.recovery_code (
    user_id text not null references identity.web_user,
    -- Keyed digest of a code that is random, so that a slow hash would add nothing.
    code_hash bytea not null,
    created_at timestamptz not null default now(),
    used_at timestamptz,
    primary key (user_id, code_hash)
);

alter table identity.second_factor enable row level security;
alter table identity.second_factor force row level security;
grant select, insert, update, delete on identity.second_factor to baraza_app;
create policy oneself on identity.second_factor to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));

alter table identity.recovery_code enable row level security;
alter table identity.recovery_code force row level security;
grant select, insert, update, delete on identity.recovery_code to baraza_app;
create policy oneself on identity.recovery_code to baraza_app
    using (user_id = (select nullif(current_setting('baraza.user', true), '')))
    with check (user_id = (select nullif(current_setting('baraza.user', true), '')));
