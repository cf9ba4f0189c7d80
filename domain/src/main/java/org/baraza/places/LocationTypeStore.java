// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.TREE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.persistence.schema.places.tables.records.LocationTypeRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jspecify.annotations.Nullable;

/** Levels, and the row that is held by whoever changes them or their locations. */
final class LocationTypeStore {

    /** Until the end of the transaction nobody else changes levels or locations of the project; its tree has a new version. */
    void holdTree(Tx tx, ProjectId project) {
        tx.sql()
                .insertInto(TREE)
                .set(TREE.PROJECT_ID, project.value())
                .onConflict(TREE.PROJECT_ID)
                .doUpdate()
                .set(TREE.VERSION, TREE.VERSION.plus(1))
                .execute();
    }

    /** As {@link #holdTree}, for those who need the tree to stay as it is. */
    void keepTree(Tx tx, ProjectId project) {
        tx.sql()
                .insertInto(TREE)
                .set(TREE.PROJECT_ID, project.value())
                .onConflict(TREE.PROJECT_ID)
                .doUpdate()
                .set(TREE.VERSION, TREE.VERSION)
                .execute();
    }

    private static int nextNumber(Tx tx, ProjectId project) {
        return tx.sql()
                .update(TREE)
                .set(TREE.LAST_TYPE_NO, TREE.LAST_TYPE_NO.plus(1))
                .where(TREE.PROJECT_ID.eq(project.value()))
                .returningResult(TREE.LAST_TYPE_NO)
                .fetchSingle()
                .value1();
    }

    /** All levels by number, as they were made; a project has a handful. */
    Map<Integer, LocationType> all(Tx tx) {
        Map<Integer, LocationTypeRecord> rows = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(LOCATION_TYPE)
                .orderBy(LOCATION_TYPE.TYPE_NO)
                .forEach(row -> rows.put(row.getTypeNo(), row));
        Map<Integer, LocationType> types = new LinkedHashMap<>();
        rows.forEach((number, row) -> types.put(number, type(row, rows.get(row.getParentNo()))));
        return types;
    }

    private static LocationType type(LocationTypeRecord row, @Nullable LocationTypeRecord parent) {
        return new LocationType(
                row.getTypeNo(),
                row.getName(),
                row.getCode(),
                parent == null ? 0 : parent.getTypeNo(),
                parent == null ? "" : parent.getCode(),
                row.getAdministrative(),
                row.getSharesCases(),
                row.getViewDescendants());
    }

    /** @param parentNo 0 for a topmost level */
    int insert(Tx tx, ProjectId project, LocationTypeWish wish, int parentNo, Instant now) {
        int number = nextNumber(tx, project);
        tx.sql()
                .insertInto(LOCATION_TYPE)
                .set(LOCATION_TYPE.PROJECT_ID, project.value())
                .set(LOCATION_TYPE.TYPE_NO, number)
                .set(LOCATION_TYPE.NAME, wish.name().strip())
                .set(LOCATION_TYPE.CODE, wish.code())
                .set(LOCATION_TYPE.PARENT_NO, parentNo == 0 ? null : parentNo)
                .set(LOCATION_TYPE.ADMINISTRATIVE, wish.administrative())
                .set(LOCATION_TYPE.SHARES_CASES, wish.sharesCases())
                .set(LOCATION_TYPE.VIEW_DESCENDANTS, wish.viewDescendants())
                .set(LOCATION_TYPE.CREATED_AT, now)
                .set(LOCATION_TYPE.LAST_MODIFIED, now)
                .execute();
        return number;
    }

    /** @param parentNo 0 for a topmost level */
    void update(Tx tx, int number, LocationTypeWish wish, int parentNo, Instant now) {
        tx.sql()
                .update(LOCATION_TYPE)
                .set(LOCATION_TYPE.NAME, wish.name().strip())
                .set(LOCATION_TYPE.CODE, wish.code())
                .set(LOCATION_TYPE.PARENT_NO, parentNo == 0 ? null : parentNo)
                .set(LOCATION_TYPE.ADMINISTRATIVE, wish.administrative())
                .set(LOCATION_TYPE.SHARES_CASES, wish.sharesCases())
                .set(LOCATION_TYPE.VIEW_DESCENDANTS, wish.viewDescendants())
                .set(LOCATION_TYPE.LAST_MODIFIED, now)
                .where(LOCATION_TYPE.TYPE_NO.eq(number))
                .execute();
    }

    /** Index location_by_type; archived locations count. */
    boolean isUsed(Tx tx, int number) {
        return tx.sql().fetchExists(tx.sql().selectOne().from(LOCATION).where(LOCATION.TYPE_NO.eq(number)));
    }

    void delete(Tx tx, int number) {
        tx.sql()
                .deleteFrom(LOCATION_TYPE)
                .where(LOCATION_TYPE.TYPE_NO.eq(number))
                .execute();
    }
}
