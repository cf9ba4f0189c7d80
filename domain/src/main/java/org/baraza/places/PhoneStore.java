// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.TREE;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/** Reads what phones are told about groups and places. */
final class PhoneStore {
    private static final int ROWS_AT_ONCE = 500;

    private final RestoreSettingStore settings = new RestoreSettingStore();

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

    /** What somebody sees of the tree. */
    ShownTree tree(Tx tx, String userId) {
        long version = tx.sql()
                .select(TREE.VERSION)
                .from(TREE)
                .fetchOptional(TREE.VERSION)
                .orElse(0L);
        return new ShownTree(version, settings.locationFixtures(tx), ShownPlaces.of(assigned(tx, userId)));
    }

    /** Where somebody is assigned, in use. */
    private static List<Location> assigned(Tx tx, String userId) {
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
        Deque<Location> single = new ArrayDeque<>(single(tx, shown.single()).fetch(LocationRows::location));
        for (String path : shown.whole()) {
            while (!single.isEmpty() && single.getFirst().path().compareTo(path) < 0) {
                reader.read(single.removeFirst());
            }
            forEach(whole(tx, path), reader);
        }
        for (Location location : single) {
            reader.read(location);
        }
    }

    private static void forEach(ResultQuery<Record> statement, Reader reader) throws IOException {
        try (var rows = statement.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            while (rows.hasNext()) {
                Optional<Record> row = Optional.ofNullable(rows.fetchNext());
                reader.read(LocationRows.location(row.orElseThrow()));
            }
        }
    }

    /** Key on path. */
    static Select<Record> single(Tx tx, Collection<String> paths) {
        return LocationRows.select(tx)
                .where(PlaceRows.isOneOf(LOCATION.PATH, paths))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .orderBy(LOCATION.PATH);
    }

    /**
     * One range of the key on path. A statement each: joined to a list of ranges, the planner takes each of them for a ninth of
     * the tree and reads all of it.
     */
    static Select<Record> whole(Tx tx, String path) {
        return LocationRows.select(tx)
                .where(LOCATION.PATH.between(path, path + "~"))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .orderBy(LOCATION.PATH);
    }
}
