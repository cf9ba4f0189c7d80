// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record;
import org.jooq.Select;

/** Reads what phones are told about groups and places. */
final class PhoneStore {
    private static final int ROWS_AT_ONCE = 500;

    /** The case-sharing groups that somebody is in; index group_member_by_user. */
    List<Group> sharingGroups(Tx tx, String userId) {
        return tx.sql()
                .selectFrom(USER_GROUP)
                .where(USER_GROUP.GROUP_ID.in(OwnershipStore.groups(userId)))
                .fetch(GroupStore::group);
    }

    /** The locations whose cases somebody shares. */
    List<Location> sharingLocations(Tx tx, String userId) {
        return LocationRows.select(tx)
                .where(LOCATION.LOCATION_ID.in(OwnershipStore.locations(userId)))
                .fetch(LocationRows::location);
    }

    Map<Integer, String> names(Tx tx, Collection<Integer> numbers) {
        return tx.sql()
                .select(LOCATION.LOCATION_NO, LOCATION.NAME)
                .from(LOCATION)
                .where(PlaceRows.isOneOfNumbers(LOCATION.LOCATION_NO, numbers))
                .fetchMap(LOCATION.LOCATION_NO, LOCATION.NAME);
    }

    /** Where somebody is assigned, in use. */
    List<Location> assigned(Tx tx, String userId) {
        return LocationRows.select(tx)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(ASSIGNMENT.LOCATION_ID.eq(LOCATION.LOCATION_ID))
                .where(ASSIGNMENT.USER_ID.eq(userId))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .fetch(LocationRows::location);
    }

    boolean hasLevels(Tx tx) {
        return tx.sql().fetchExists(LOCATION_TYPE);
    }

    /** Takes a location. */
    @FunctionalInterface
    interface Reader {
        void read(Location location) throws IOException;
    }

    /** The locations in use that are shown, each behind those above it, read as they are taken. */
    void forEachShown(Tx tx, ShownPlaces shown, Reader reader) throws IOException {
        try (var rows = tx.sql().fetchLazy(rows(tx, shown).fetchSize(ROWS_AT_ONCE))) {
            while (rows.hasNext()) {
                Optional<Record> row = Optional.ofNullable(rows.fetchNext());
                reader.read(LocationRows.location(row.orElseThrow()));
            }
        }
    }

    /** One range of the key on path for each part that is shown whole; both its ends are given, not computed. */
    static Select<Record> rows(Tx tx, ShownPlaces shown) {
        String[] first = shown.whole().toArray(String[]::new);
        String[] last = shown.whole().stream().map(path -> path + "~").toArray(String[]::new);
        var whole = table("unnest({0}, {1})", val(first), val(last)).as("whole", "first_path", "last_path");
        var below = LOCATION.as("below");
        Integer[] single = shown.single().toArray(Integer[]::new);
        return LocationRows.select(tx)
                .where(LOCATION.ARCHIVED_ON.isNull())
                .and(LOCATION.LOCATION_NO.in(select(below.LOCATION_NO)
                        .from(whole)
                        .join(below)
                        .on(below.PATH.between(
                                field(name("whole", "first_path"), String.class),
                                field(name("whole", "last_path"), String.class)))
                        .union(select(field(name("one", "number"), Integer.class))
                                .from(unnest(single).as("one", "number")))))
                .orderBy(LOCATION.PATH);
    }
}
