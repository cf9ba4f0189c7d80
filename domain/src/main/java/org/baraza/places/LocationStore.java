// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.TREE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Writes locations. Whoever calls holds the tree. */
final class LocationStore {

    /**
     * Where a location stands and what it is called, as decided.
     *
     * @param parent null for a root
     */
    record Decided(LocationType type, @Nullable Location parent, String siteCode) {
        String path(int number) {
            return (parent == null ? "" : parent.path()) + number + "/";
        }

        @Nullable
        String parentId() {
            return parent == null ? null : parent.locationId();
        }
    }

    String insert(Tx tx, ProjectId project, LocationWish wish, Decided decided, Instant now) {
        String locationId = PlaceIds.next();
        int number = nextNumber(tx, project);
        tx.sql()
                .insertInto(LOCATION)
                .set(LOCATION.PROJECT_ID, project.value())
                .set(LOCATION.LOCATION_ID, locationId)
                .set(LOCATION.LOCATION_NO, number)
                .set(LOCATION.NAME, wish.name().strip())
                .set(LOCATION.NAME_KEY, PlaceRules.key(wish.name()))
                .set(LOCATION.TYPE_NO, decided.type().number())
                .set(LOCATION.PARENT_ID, decided.parentId())
                .set(LOCATION.SITE_CODE, decided.siteCode())
                .set(LOCATION.EXTERNAL_ID, externalId(wish))
                .set(LOCATION.METADATA, PlaceRows.json(wish.metadata()))
                .set(LOCATION.LATITUDE, wish.latitude())
                .set(LOCATION.LONGITUDE, wish.longitude())
                .set(LOCATION.CREATED_AT, now)
                .set(LOCATION.LAST_MODIFIED, now)
                .set(LOCATION.PATH, decided.path(number))
                .execute();
        return locationId;
    }

    private static int nextNumber(Tx tx, ProjectId project) {
        return tx.sql()
                .update(TREE)
                .set(TREE.LAST_LOCATION_NO, TREE.LAST_LOCATION_NO.plus(1))
                .where(TREE.PROJECT_ID.eq(project.value()))
                .returningResult(TREE.LAST_LOCATION_NO)
                .fetchSingle()
                .value1();
    }

    private static @Nullable String externalId(LocationWish wish) {
        return wish.externalId().isEmpty() ? null : wish.externalId();
    }

    void update(Tx tx, Location before, LocationWish wish, Decided decided, Instant now) {
        tx.sql()
                .update(LOCATION)
                .set(LOCATION.NAME, wish.name().strip())
                .set(LOCATION.NAME_KEY, PlaceRules.key(wish.name()))
                .set(LOCATION.TYPE_NO, decided.type().number())
                .set(LOCATION.PARENT_ID, decided.parentId())
                .set(LOCATION.SITE_CODE, decided.siteCode())
                .set(LOCATION.EXTERNAL_ID, externalId(wish))
                .set(LOCATION.METADATA, PlaceRows.json(wish.metadata()))
                .set(LOCATION.LATITUDE, wish.latitude())
                .set(LOCATION.LONGITUDE, wish.longitude())
                .set(LOCATION.LAST_MODIFIED, now)
                .where(LOCATION.LOCATION_ID.eq(before.locationId()))
                .execute();
        String path = decided.path(before.number());
        if (!path.equals(before.path())) {
            rewritePaths(tx, before.path(), path, now);
        }
    }

    /** Takes the whole subtree along; those below changed too, because phones show where they stand. */
    private static void rewritePaths(Tx tx, String from, String to, Instant now) {
        tx.sql()
                .update(LOCATION)
                .set(LOCATION.PATH, concat(val(to), substring(LOCATION.PATH, inline(from.length() + 1))))
                .set(LOCATION.LAST_MODIFIED, now)
                .where(within(from))
                .execute();
    }

    private static Condition within(String path) {
        return LOCATION.PATH.between(path, path + "~");
    }

    /** Puts all that stand directly below one location below another of the same level. */
    void moveChildren(Tx tx, Location from, Location into, Instant now) {
        List<String> paths = tx.sql()
                .select(LOCATION.PATH)
                .from(LOCATION)
                .where(LOCATION.PARENT_ID.eq(from.locationId()))
                .fetch(LOCATION.PATH);
        tx.sql()
                .update(LOCATION)
                .set(LOCATION.PARENT_ID, into.locationId())
                .where(LOCATION.PARENT_ID.eq(from.locationId()))
                .execute();
        paths.forEach(path ->
                rewritePaths(tx, path, into.path() + path.substring(from.path().length()), now));
    }

    /** Whether a name stands below both; index location_by_parent. */
    boolean shareNames(Tx tx, Location one, Location other) {
        var twin = LOCATION.as("twin");
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(LOCATION)
                        .join(twin)
                        .on(twin.NAME_KEY.eq(LOCATION.NAME_KEY))
                        .and(twin.NAME.eq(LOCATION.NAME))
                        .where(LOCATION.PARENT_ID.eq(one.locationId()))
                        .and(twin.PARENT_ID.eq(other.locationId())));
    }

    /** Whether a sister has exactly that name; index location_by_parent. */
    boolean isNamed(Tx tx, @Nullable String parentId, String name, String exceptId) {
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(LOCATION)
                        .where(parentId == null ? LOCATION.PARENT_ID.isNull() : LOCATION.PARENT_ID.eq(parentId))
                        .and(LOCATION.NAME_KEY.eq(PlaceRules.key(name)))
                        .and(LOCATION.NAME.eq(name.strip()))
                        .and(LOCATION.LOCATION_ID.ne(exceptId)));
    }

    boolean isCoded(Tx tx, String siteCode, String exceptId) {
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(LOCATION)
                        .where(LOCATION.SITE_CODE.eq(siteCode))
                        .and(LOCATION.LOCATION_ID.ne(exceptId)));
    }

    /** The site codes that begin so. */
    Set<String> codes(Tx tx, String beginning, String exceptId) {
        return new HashSet<>(tx.sql()
                .select(LOCATION.SITE_CODE)
                .from(LOCATION)
                .where(PlaceRows.beginsWith(LOCATION.SITE_CODE, beginning))
                .and(LOCATION.LOCATION_ID.ne(exceptId))
                .fetch(LOCATION.SITE_CODE));
    }

    /** Levels of what stands directly below. */
    Collection<Integer> levelsBelow(Tx tx, String locationId) {
        return tx.sql()
                .selectDistinct(LOCATION_TYPE.PARENT_NO)
                .from(LOCATION)
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .where(LOCATION.PARENT_ID.eq(locationId))
                .fetchInto(Integer.class);
    }

    boolean hasChildren(Tx tx, String locationId) {
        return tx.sql().fetchExists(tx.sql().selectOne().from(LOCATION).where(LOCATION.PARENT_ID.eq(locationId)));
    }

    /** Takes a location and all below it out of use; those that were already keep their day. */
    void archive(Tx tx, Location location, Instant now) {
        tx.sql()
                .update(LOCATION)
                .set(LOCATION.ARCHIVED_ON, now)
                .set(LOCATION.LAST_MODIFIED, now)
                .where(within(location.path()))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .execute();
    }

    /** Takes a location into use again with all above and below it. */
    void unarchive(Tx tx, Location location, Instant now) {
        tx.sql()
                .update(LOCATION)
                .setNull(LOCATION.ARCHIVED_ON)
                .set(LOCATION.LAST_MODIFIED, now)
                .where(within(location.path()).or(PlaceRows.isOneOfNumbers(LOCATION.LOCATION_NO, location.ancestors())))
                .and(LOCATION.ARCHIVED_ON.isNotNull())
                .execute();
    }

    void delete(Tx tx, String locationId) {
        tx.sql().deleteFrom(LOCATION).where(LOCATION.LOCATION_ID.eq(locationId)).execute();
    }
}
