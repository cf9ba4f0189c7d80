--liquibase formatted sql

--changeset claims:fuzzy-words splitStatements:false
--comment: Whether a word of a text is a misspelling of a word that is looked for: short words must be right, longer ones may
--comment: have one or two letters wrong, as in the search that phones know.
create extension if not exists fuzzystrmatch;

create schema claims;
select baraza.open_schema('claims');

create function claims.is_near(value text, wanted text) returns boolean
language sql immutable parallel safe as $$
    select exists (
        select from regexp_split_to_table(lower(left(value, 1000)), '[^[:alnum:]]+') as has(word),
                    regexp_split_to_table(lower(left(wanted, 250)), '[^[:alnum:]]+') as asked(word),
                    lateral (select case when length(asked.word) < 3 then 0 when length(asked.word) < 6 then 1 else 2 end)
                        as allowed(letters)
        where asked.word <> ''
          and levenshtein_less_equal(left(has.word, 60), left(asked.word, 60), allowed.letters) <= allowed.letters)
$$;
grant execute on function claims.is_near(text, text) to baraza_app;

--changeset claims:search-settings
create table claims.search_settings (
    project_id uuid primary key,
    enabled boolean not null,
    -- Which properties of which case types are searched with misspellings: [{"caseType", "property"}].
    fuzzy jsonb not null,
    -- What does not count when values are compared: [{"caseType", "property", "pattern"}].
    ignored jsonb not null,
    changed_at timestamptz not null
);
select baraza.isolate('claims.search_settings');
