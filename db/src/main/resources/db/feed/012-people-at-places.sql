--liquibase formatted sql

--changeset feed:people-at-places splitStatements:false
--comment: What is told of mobile workers says where they work and to which groups they belong, so a change of that is one of theirs.
create function feed.announce_workers() returns trigger
language plpgsql as $$
begin
    insert into feed.change (project_id, kind, document_id)
    select distinct m.project_id, 'user', m.user_id
    from made m
    where exists (
        select from identity.mobile_worker w where w.project_id = m.project_id and w.user_id = m.user_id)
      and not exists (
        select from feed.change c
        where c.project_id = m.project_id and c.feed_position is null
          and c.at_xid = pg_current_xact_id() and c.kind = 'user' and c.document_id = m.user_id);
    return null;
end
$$;

create trigger announced after insert on places.assignment referencing new table as made
    for each statement execute function feed.announce_workers();
create trigger announced_again after update on places.assignment referencing new table as made
    for each statement execute function feed.announce_workers();
create trigger announced_gone after delete on places.assignment referencing old table as made
    for each statement execute function feed.announce_workers();
create trigger announced after insert on places.group_member referencing new table as made
    for each statement execute function feed.announce_workers();
create trigger announced_gone after delete on places.group_member referencing old table as made
    for each statement execute function feed.announce_workers();
