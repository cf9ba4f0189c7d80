--liquibase formatted sql

--changeset identity:member-profiles
--comment: A web user has a profile of user data as a worker has one; its values stand in user_data too.
alter table identity.membership add column profile_id uuid;
alter table identity.membership add foreign key (project_id, profile_id) references identity.user_data_profile;
create index membership_by_profile on identity.membership (project_id, profile_id, user_id)
    where profile_id is not null;
