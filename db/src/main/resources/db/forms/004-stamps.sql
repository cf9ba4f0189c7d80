--liquibase formatted sql

--changeset forms:stamps
--comment: indexed_on grows strictly within the project, in the order in which changes become visible (see feed/003-stamps.sql):
--comment: programs fetch what is new by it. server_modified_on is when the server last changed the form.
--comment: forms.store sets both; the defaults are for rows that are loaded in another way.
alter table forms.form add column indexed_on timestamptz, add column server_modified_on timestamptz;
alter table forms.form no force row level security;
with placed as (
    select project_id, form_id,
           received_on + (row_number() over (partition by project_id order by received_on, form_id))
               * interval '1 microsecond' as indexed_on
    from forms.form)
update forms.form f
set indexed_on = p.indexed_on, server_modified_on = coalesce(f.edited_on, f.received_on)
from placed p
where p.project_id = f.project_id and p.form_id = f.form_id;
alter table forms.form force row level security;
alter table forms.form
    alter column indexed_on set not null, alter column indexed_on set default clock_timestamp(),
    alter column server_modified_on set not null, alter column server_modified_on set default clock_timestamp();
create index form_by_stamp on forms.form (project_id, state, indexed_on, form_id);
create index form_by_change on forms.form (project_id, state, server_modified_on, form_id);
create index form_by_app on forms.form (project_id, app_id, received_on, form_id) where app_id is not null;

--changeset forms:store-stamped splitStatements:false
--comment: As before, with a stamp for each form.
create or replace function forms.store(rows json, xmls bytea, attachments json) returns void
language plpgsql as $$
declare
    project constant uuid := nullif(current_setting('baraza.project', true), '')::uuid;
    first_stamp constant timestamptz := feed.stamps(json_array_length(rows));
begin
    insert into forms.form (
        project_id, form_id, state, xmlns, name, app_id, build_id, app_version, commcare_version, user_id, username,
        device_id, time_start, time_end, received_on, edited_on, orig_id, deprecated_form_id, problem, content_md5,
        xml, xml_length, last_sync_token, date_header, openrosa_version, submit_ip, path, submitted_by,
        server_modified_on, indexed_on)
    select project, r.form_id, r.state, r.xmlns, r.name, r.app_id, r.build_id, r.app_version, r.commcare_version,
           r.user_id, r.username, r.device_id, r.time_start, r.time_end, r.received_on, r.edited_on, r.orig_id,
           r.deprecated_form_id, r.problem, decode(r.content_md5, 'hex'), substr(xmls, r.xml_from, r.xml_size),
           r.xml_length, r.last_sync_token, r.date_header, r.openrosa_version, r.submit_ip, r.path, r.submitted_by,
           coalesce(r.edited_on, r.received_on), first_stamp + (r.place - 1) * interval '1 microsecond'
    from rows from (json_to_recordset(rows) as (
        xml_from int, xml_size int, form_id text, state smallint, xmlns text, name text, app_id text, build_id text,
        app_version text, commcare_version text, user_id text, username text, device_id text, time_start timestamptz,
        time_end timestamptz, received_on timestamptz, edited_on timestamptz, orig_id text, deprecated_form_id text,
        problem text, content_md5 text, xml_length int, last_sync_token text, date_header timestamptz,
        openrosa_version text, submit_ip text, path text, submitted_by text)) with ordinality as r (
        xml_from, xml_size, form_id, state, xmlns, name, app_id, build_id, app_version, commcare_version, user_id,
        username, device_id, time_start, time_end, received_on, edited_on, orig_id, deprecated_form_id, problem,
        content_md5, xml_length, last_sync_token, date_header, openrosa_version, submit_ip, path, submitted_by, place);

    if attachments is not null then
        insert into forms.attachment (project_id, form_id, name, content_type, length, blob_key, set_aside)
        select project, a.form_id, a.name, a.content_type, a.length, a.blob_key, a.set_aside
        from json_to_recordset(attachments) as a (
            form_id text, name text, content_type text, length bigint, blob_key text, set_aside text);
    end if;
end
$$;

--changeset forms:touch splitStatements:false
--comment: Marks a form as changed, for those who fetch what is new.
create function forms.touch(id text, at timestamptz) returns void
language sql as $$
    update forms.form f
    set server_modified_on = at, indexed_on = feed.stamps(1)
    where f.form_id = id
$$;
grant execute on function forms.touch(text, timestamptz) to baraza_app;
