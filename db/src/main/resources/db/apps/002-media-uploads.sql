--liquibase formatted sql

--changeset apps:media-uploads
--comment: What came of archives of media files, for whoever asks later.
create table apps.media_upload (
    project_id uuid not null,
    upload_id text collate "C" not null,
    app_id text collate "C" not null,
    uploaded_at timestamptz not null,
    outcome jsonb not null,
    primary key (project_id, upload_id),
    foreign key (project_id, app_id) references apps.app
);
select baraza.isolate('apps.media_upload');
