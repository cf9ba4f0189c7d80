// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.places.PlaceRows.WANTED;
import static org.baraza.places.PlaceRows.isOneOf;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Lists, searches and reads of locations. */
final class LocationReadStore {

    Optional<Location> find(Tx tx, String locationId) {
        return LocationRows.select(tx)
                .where(LOCATION.LOCATION_ID.eq(locationId))
                .fetchOptional(LocationRows::location);
    }

    /** By primary key; archived ones too. */
    Map<String, Location> find(Tx tx, Collection<String> locationIds) {
        return LocationRows.select(tx)
                .where(isOneOf(LOCATION.LOCATION_ID, locationIds))
                .fetchMap(LOCATION.LOCATION_ID, LocationRows::location);
    }

    /** Those that somebody may know of, as all lists here are of these; by primary key, archived ones too. */
    Map<String, Location> find(Tx tx, ProjectAccess who, Collection<String> locationIds) {
        return LocationRows.select(tx)
                .where(isOneOf(LOCATION.LOCATION_ID, locationIds))
                .and(ReachStore.known(who))
                .fetchMap(LOCATION.LOCATION_ID, LocationRows::location);
    }

    /** By the unique key of site codes. */
    Map<String, Location> coded(Tx tx, Collection<String> siteCodes) {
        return LocationRows.select(tx)
                .where(isOneOf(LOCATION.SITE_CODE, siteCodes))
                .fetchMap(LOCATION.SITE_CODE, LocationRows::location);
    }

    Map<String, Location> coded(Tx tx, ProjectAccess who, Collection<String> siteCodes) {
        return LocationRows.select(tx)
                .where(isOneOf(LOCATION.SITE_CODE, siteCodes))
                .and(ReachStore.known(who))
                .fetchMap(LOCATION.SITE_CODE, LocationRows::location);
    }

    Map<Integer, Location> findByNumber(Tx tx, Collection<Integer> numbers) {
        return LocationRows.select(tx)
                .where(PlaceRows.isOneOfNumbers(LOCATION.LOCATION_NO, numbers))
                .fetchMap(LOCATION.LOCATION_NO, LocationRows::location);
    }

    /** By name. */
    Page<Location> page(Tx tx, ProjectAccess who, LocationQuery query) {
        PageRequest page = query.page();
        Condition wanted = wanted(tx, query.filter()).and(ReachStore.known(who));
        List<Location> rows = tx.sql().fetch(rows(tx, wanted, page)).map(LocationRows::location);
        return Page.of(rows, page, () -> total(tx, wanted));
    }

    /** In use, by name in lower case; index location_by_name. */
    List<Location> named(Tx tx, Collection<String> keys) {
        return LocationRows.select(tx)
                .where(PlaceRows.isOneOf(LOCATION.NAME_KEY, keys))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .fetch(LocationRows::location);
    }

    /** The statement of a page, one row more than asked for. */
    Select<Record> rows(Tx tx, ProjectAccess who, LocationQuery query) {
        return rows(tx, wanted(tx, query.filter()).and(ReachStore.known(who)), query.page());
    }

    private static Select<Record> rows(Tx tx, Condition wanted, PageRequest page) {
        return LocationRows.select(tx)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(LOCATION.NAME_KEY, LOCATION.LOCATION_ID)
                .limit(page.first() + 1);
    }

    Slice<Location> slice(Tx tx, ProjectAccess who, LocationFilter filter, LocationOrder order, SliceRequest request) {
        Condition wanted = wanted(tx, filter).and(ReachStore.known(who));
        List<Location> rows = LocationRows.select(tx)
                .where(wanted)
                .orderBy(order(order))
                .limit(request.limit())
                .offset(request.offset())
                .fetch(LocationRows::location);
        return new Slice<>(rows, total(tx, wanted));
    }

    private static long total(Tx tx, Condition wanted) {
        return tx.sql()
                .selectCount()
                .from(LOCATION)
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .where(wanted)
                .fetchSingle()
                .value1();
    }

    /** By number: the unique key; else index location_by_change. */
    private static List<OrderField<?>> order(LocationOrder order) {
        return switch (order) {
            case NUMBER -> List.of(LOCATION.LOCATION_NO);
            case LAST_MODIFIED_ASC -> List.of(LOCATION.LAST_MODIFIED, LOCATION.LOCATION_NO);
            case LAST_MODIFIED_DESC -> List.of(LOCATION.LAST_MODIFIED.desc(), LOCATION.LOCATION_NO.desc());
        };
    }

    /** Each has its index; location_by_name where nothing narrows the list down. */
    private Condition wanted(Tx tx, LocationFilter filter) {
        Condition wanted = equal(LOCATION_TYPE.CODE, filter.typeCode())
                .and(equal(LOCATION_TYPE.SHARES_CASES, filter.sharesCases()))
                .and(equal(LOCATION.SITE_CODE, filter.siteCode()))
                .and(equal(LOCATION.EXTERNAL_ID, filter.externalId()))
                .and(parent(filter.parentId()))
                .and(within(tx, filter.withinId()))
                .and(archived(filter.archived()))
                .and(search(filter.search()));
        if (filter.name() != null) {
            wanted = wanted.and(LOCATION.NAME_KEY.eq(PlaceRules.key(filter.name())))
                    .and(LOCATION.NAME.eq(filter.name()));
        }
        for (Bound bound : filter.bounds()) {
            wanted = wanted.and(bound(bound));
        }
        return wanted;
    }

    private static <T> Condition equal(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(value);
    }

    private static Condition parent(@Nullable String parentId) {
        if (parentId == null) {
            return noCondition();
        }
        return parentId.isEmpty() ? LOCATION.PARENT_ID.isNull() : LOCATION.PARENT_ID.eq(parentId);
    }

    /** One range of the key on path. */
    private Condition within(Tx tx, @Nullable String locationId) {
        return locationId == null
                ? noCondition()
                : find(tx, locationId)
                        .map(root -> LOCATION.PATH.between(root.path(), root.path() + "~"))
                        .orElse(org.jooq.impl.DSL.falseCondition());
    }

    private static Condition archived(@Nullable Boolean archived) {
        if (archived == null) {
            return noCondition();
        }
        return archived ? LOCATION.ARCHIVED_ON.isNotNull() : LOCATION.ARCHIVED_ON.isNull();
    }

    private static Condition search(String text) {
        String beginning = PlaceRules.key(text);
        return beginning.isEmpty()
                ? noCondition()
                : PlaceRows.beginsWith(LOCATION.NAME_KEY, beginning).or(LOCATION.SITE_CODE.eq(beginning));
    }

    private static Condition bound(Bound bound) {
        return switch (bound) {
            case Bound.Time time ->
                beside(
                        switch (time.moment()) {
                            case CREATED_AT -> LOCATION.CREATED_AT;
                            case LAST_MODIFIED -> LOCATION.LAST_MODIFIED;
                        },
                        time.side(),
                        time.limit());
            case Bound.Degrees degrees ->
                beside(
                        switch (degrees.angle()) {
                            case LATITUDE -> LOCATION.LATITUDE;
                            case LONGITUDE -> LOCATION.LONGITUDE;
                        },
                        degrees.side(),
                        degrees.limit());
        };
    }

    private static <T> Condition beside(Field<T> field, Bound.Side side, T limit) {
        return switch (side) {
            case ABOVE -> field.gt(limit);
            case FROM -> field.ge(limit);
            case BELOW -> field.lt(limit);
            case UNTIL -> field.le(limit);
        };
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, LocationQuery.LIST, 2);
        return row(LOCATION.NAME_KEY, LOCATION.LOCATION_ID).gt(cursor.text(0), cursor.text(1));
    }

    /** A page of what stands in use directly below each, one more than wanted; index location_by_parent. */
    Map<String, List<Location>> children(Tx tx, ProjectAccess who, Collection<String> parentIds, PageRequest page) {
        var below = lateral(select(LOCATION.LOCATION_ID.as("child_id"))
                        .from(LOCATION)
                        .where(LOCATION.PARENT_ID.eq(WANTED))
                        .and(LOCATION.ARCHIVED_ON.isNull())
                        .and(ReachStore.known(who))
                        .and(behind(page.after()))
                        .orderBy(LOCATION.NAME_KEY, LOCATION.LOCATION_ID)
                        .limit(page.first() + 1))
                .as("below");
        List<String> ids = tx.sql()
                .select(below.field("child_id", String.class))
                .from(PlaceRows.wanted(parentIds))
                .crossJoin(below)
                .fetchInto(String.class);
        return LocationRows.select(tx)
                .where(isOneOf(LOCATION.LOCATION_ID, ids))
                .orderBy(LOCATION.NAME_KEY, LOCATION.LOCATION_ID)
                .fetchGroups(LOCATION.PARENT_ID, LocationRows::location);
    }

    Map<String, Integer> childCounts(Tx tx, ProjectAccess who, Collection<String> parentIds) {
        return tx.sql()
                .select(LOCATION.PARENT_ID, count())
                .from(LOCATION)
                .where(isOneOf(LOCATION.PARENT_ID, parentIds))
                .and(LOCATION.ARCHIVED_ON.isNull())
                .and(ReachStore.known(who))
                .groupBy(LOCATION.PARENT_ID)
                .fetchMap(LOCATION.PARENT_ID, count());
    }
}
