--liquibase formatted sql

--changeset places:people-within-reach splitStatements:false
--comment: Who works where somebody does, or below: whom she knows of when she may not see every location. One range of the key on
--comment: path for each of her locations, and assignment_by_location from there.
create function places.people_within_reach(somebody text) returns setof text
language sql stable as $$
    select there.user_id
    from places.assignment hers
    join places.location at on at.project_id = hers.project_id and at.location_id = hers.location_id
    join places.location below on below.project_id = at.project_id and below.path between at.path and at.path_end
    join places.assignment there on there.project_id = below.project_id and there.location_id = below.location_id
    where hers.user_id = somebody
$$;
grant execute on function places.people_within_reach(text) to baraza_app;
