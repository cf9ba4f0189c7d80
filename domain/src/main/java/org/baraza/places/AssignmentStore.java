// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.places.PlaceRows.WANTED;
import static org.baraza.places.PlaceRows.isOneOf;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Who is assigned where. */
final class AssignmentStore {

    /** By primary key. */
    Map<String, Assigned> find(Tx tx, Collection<String> userIds) {
        Map<String, Assigned> found = new LinkedHashMap<>();
        tx.sql()
                .select(ASSIGNMENT.USER_ID, ASSIGNMENT.LOCATION_ID, ASSIGNMENT.IS_PRIMARY)
                .from(ASSIGNMENT)
                .where(isOneOf(ASSIGNMENT.USER_ID, userIds))
                .orderBy(ASSIGNMENT.USER_ID, ASSIGNMENT.PLACE)
                .fetchGroups(ASSIGNMENT.USER_ID)
                .forEach((userId, rows) -> found.put(
                        userId,
                        new Assigned(
                                rows.getValues(ASSIGNMENT.LOCATION_ID),
                                rows.stream()
                                        .filter(row -> row.get(ASSIGNMENT.IS_PRIMARY))
                                        .findFirst()
                                        .map(row -> row.get(ASSIGNMENT.LOCATION_ID))
                                        .orElse(""))));
        return found;
    }

    void set(Tx tx, ProjectId project, String userId, Assigned assigned) {
        tx.sql().deleteFrom(ASSIGNMENT).where(ASSIGNMENT.USER_ID.eq(userId)).execute();
        int place = 1;
        for (String locationId : assigned.locationIds()) {
            tx.sql()
                    .insertInto(ASSIGNMENT)
                    .set(ASSIGNMENT.PROJECT_ID, project.value())
                    .set(ASSIGNMENT.USER_ID, userId)
                    .set(ASSIGNMENT.LOCATION_ID, locationId)
                    .set(ASSIGNMENT.IS_PRIMARY, locationId.equals(assigned.primaryId()))
                    .set(ASSIGNMENT.PLACE, place++)
                    .execute();
        }
    }

    boolean isUsed(Tx tx, String locationId) {
        return tx.sql().fetchExists(tx.sql().selectOne().from(ASSIGNMENT).where(ASSIGNMENT.LOCATION_ID.eq(locationId)));
    }

    /** Takes everybody away from a location and all below it; who lost her primary one gets the first that is left. */
    void clear(Tx tx, Location location) {
        Set<String> left = new HashSet<>(tx.sql()
                .deleteFrom(ASSIGNMENT)
                .where(ASSIGNMENT.LOCATION_ID.in(select(LOCATION.LOCATION_ID)
                        .from(LOCATION)
                        .where(LOCATION.PATH.between(location.path(), location.path() + "~"))))
                .returning(ASSIGNMENT.USER_ID)
                .fetch(ASSIGNMENT.USER_ID));
        promote(tx, left);
    }

    private static void promote(Tx tx, Collection<String> userIds) {
        var other = ASSIGNMENT.as("other");
        tx.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.IS_PRIMARY, true)
                .where(isOneOf(ASSIGNMENT.USER_ID, userIds))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.USER_ID.eq(ASSIGNMENT.USER_ID))
                        .and(other.IS_PRIMARY)))
                .and(ASSIGNMENT.PLACE.eq(
                        select(min(other.PLACE)).from(other).where(other.USER_ID.eq(ASSIGNMENT.USER_ID))))
                .execute();
    }

    /** Everybody who is at one location is at the other instead; who is at both already stays there once. */
    void move(Tx tx, Location from, Location into) {
        var there = ASSIGNMENT.as("there");
        tx.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.LOCATION_ID, into.locationId())
                .where(ASSIGNMENT.LOCATION_ID.eq(from.locationId()))
                .and(notExists(selectOne()
                        .from(there)
                        .where(there.USER_ID.eq(ASSIGNMENT.USER_ID))
                        .and(there.LOCATION_ID.eq(into.locationId()))))
                .execute();
        Set<String> twice = new HashSet<>(tx.sql()
                .deleteFrom(ASSIGNMENT)
                .where(ASSIGNMENT.LOCATION_ID.eq(from.locationId()))
                .and(ASSIGNMENT.IS_PRIMARY)
                .returning(ASSIGNMENT.USER_ID)
                .fetch(ASSIGNMENT.USER_ID));
        tx.sql()
                .deleteFrom(ASSIGNMENT)
                .where(ASSIGNMENT.LOCATION_ID.eq(from.locationId()))
                .execute();
        tx.sql()
                .update(ASSIGNMENT)
                .set(ASSIGNMENT.IS_PRIMARY, true)
                .where(isOneOf(ASSIGNMENT.USER_ID, twice))
                .and(ASSIGNMENT.LOCATION_ID.eq(into.locationId()))
                .execute();
    }

    /** A page of the people at each location, one more than wanted; index assignment_by_location. */
    Map<String, List<String>> pages(Tx tx, Collection<String> locationIds, PageRequest page) {
        var found = lateral(select(ASSIGNMENT.USER_ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.LOCATION_ID.eq(WANTED))
                        .and(behind(page.after()))
                        .orderBy(ASSIGNMENT.USER_ID)
                        .limit(page.first() + 1))
                .as("assigned");
        return tx.sql()
                .select()
                .from(PlaceRows.wanted(locationIds))
                .crossJoin(found)
                .orderBy(WANTED, found.field(ASSIGNMENT.USER_ID))
                .fetchGroups(row -> row.get(WANTED), row -> row.get(ASSIGNMENT.USER_ID));
    }

    private static Condition behind(String after) {
        return after.isEmpty()
                ? noCondition()
                : ASSIGNMENT.USER_ID.gt(
                        Cursor.read(after, Assignments.PEOPLE, 1).text(0));
    }

    Map<String, Integer> counts(Tx tx, Collection<String> locationIds) {
        return tx.sql()
                .select(ASSIGNMENT.LOCATION_ID, count())
                .from(ASSIGNMENT)
                .where(isOneOf(ASSIGNMENT.LOCATION_ID, locationIds))
                .groupBy(ASSIGNMENT.LOCATION_ID)
                .fetchMap(ASSIGNMENT.LOCATION_ID, count());
    }
}
