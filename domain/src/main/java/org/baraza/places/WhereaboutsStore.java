// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.Table;

/** Reads where people stand. */
final class WhereaboutsStore {

    /** Index assignment_primary, then the unique key of paths. */
    List<String> upwards(Tx tx, String userId) {
        return idsOf(
                tx,
                tx.sql()
                        .select(LOCATION.PATH)
                        .from(ASSIGNMENT)
                        .join(LOCATION)
                        .on(LOCATION.PROJECT_ID.eq(ASSIGNMENT.PROJECT_ID))
                        .and(LOCATION.LOCATION_ID.eq(ASSIGNMENT.LOCATION_ID))
                        .where(ASSIGNMENT.USER_ID.eq(userId))
                        .and(ASSIGNMENT.IS_PRIMARY)
                        .fetchOptional(LOCATION.PATH));
    }

    List<String> upwardsFrom(Tx tx, String locationId) {
        return idsOf(
                tx,
                tx.sql()
                        .select(LOCATION.PATH)
                        .from(LOCATION)
                        .where(LOCATION.LOCATION_ID.eq(locationId))
                        .fetchOptional(LOCATION.PATH));
    }

    private static List<String> idsOf(Tx tx, Optional<String> path) {
        List<String> line = path.map(Location::line).orElse(List.of());
        if (line.isEmpty()) {
            return List.of();
        }
        Map<String, String> idOf = tx.sql()
                .select(LOCATION.PATH, LOCATION.LOCATION_ID)
                .from(LOCATION)
                .where(PlaceRows.isOneOf(LOCATION.PATH, line))
                .fetchMap(LOCATION.PATH, LOCATION.LOCATION_ID);
        return line.reversed().stream().map(idOf::get).filter(Objects::nonNull).toList();
    }

    /** Index group_member_by_user. */
    Set<String> groups(Tx tx, String userId) {
        return tx.sql()
                .select(GROUP_MEMBER.GROUP_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.USER_ID.eq(userId))
                .fetchSet(GROUP_MEMBER.GROUP_ID);
    }

    List<String> strangeGroups(Tx tx, Set<String> groupIds) {
        return missing(tx, USER_GROUP, USER_GROUP.GROUP_ID, groupIds);
    }

    List<String> strangeLocations(Tx tx, Set<String> locationIds) {
        return missing(tx, LOCATION, LOCATION.LOCATION_ID, locationIds);
    }

    private static List<String> missing(Tx tx, Table<?> table, Field<String> id, Set<String> wanted) {
        List<String> left = new ArrayList<>(wanted);
        if (!left.isEmpty()) {
            left.removeAll(tx.sql()
                    .select(id)
                    .from(table)
                    .where(PlaceRows.isOneOf(id, wanted))
                    .fetchSet(id));
        }
        return left;
    }
}
