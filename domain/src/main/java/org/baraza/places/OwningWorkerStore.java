// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record1;
import org.jooq.Select;

/** Who owns cases under given ids: {@link OwnershipStore} the other way round. */
final class OwningWorkerStore {

    List<String> of(Tx tx, Collection<String> ownerIds, int most) {
        List<String> paths = sharingPaths(tx, ownerIds);
        List<String> above = paths.stream()
                .flatMap(path -> Location.line(path).stream())
                .distinct()
                .toList();
        return tx.sql()
                .select(MOBILE_WORKER.USER_ID)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.RETIRED_AT.isNull())
                .and(MOBILE_WORKER.USER_ID.in(themselves(ownerIds)
                        .union(members(ownerIds))
                        .union(assigned(paths))
                        .union(viewers(above))))
                .orderBy(MOBILE_WORKER.USER_ID)
                .limit(most)
                .fetch(MOBILE_WORKER.USER_ID);
    }

    /** Of those of the ids that are locations which own. */
    private static List<String> sharingPaths(Tx tx, Collection<String> ownerIds) {
        return tx.sql()
                .select(LOCATION.PATH)
                .from(LOCATION)
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .where(PlaceRows.isOneOf(LOCATION.LOCATION_ID, ownerIds))
                .and(LOCATION_TYPE.SHARES_CASES)
                .and(LOCATION.ARCHIVED_ON.isNull())
                .fetch(LOCATION.PATH);
    }

    private static Select<Record1<String>> themselves(Collection<String> ownerIds) {
        var worker = MOBILE_WORKER.as("owner");
        return select(worker.USER_ID).from(worker).where(PlaceRows.isOneOf(worker.USER_ID, ownerIds));
    }

    /** Index group_member_by_place. */
    private static Select<Record1<String>> members(Collection<String> ownerIds) {
        return select(GROUP_MEMBER.USER_ID)
                .from(USER_GROUP)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.PROJECT_ID.eq(USER_GROUP.PROJECT_ID))
                .and(GROUP_MEMBER.GROUP_ID.eq(USER_GROUP.GROUP_ID))
                .where(PlaceRows.isOneOf(USER_GROUP.GROUP_ID, ownerIds))
                .and(USER_GROUP.CASE_SHARING);
    }

    /** Key on path and index assignment_by_location. */
    private static Select<Record1<String>> assigned(Collection<String> paths) {
        return select(ASSIGNMENT.USER_ID)
                .from(LOCATION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(ASSIGNMENT.LOCATION_ID.eq(LOCATION.LOCATION_ID))
                .where(PlaceRows.isOneOf(LOCATION.PATH, paths));
    }

    private static Select<Record1<String>> viewers(Collection<String> paths) {
        return select(ASSIGNMENT.USER_ID)
                .from(LOCATION)
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(ASSIGNMENT.LOCATION_ID.eq(LOCATION.LOCATION_ID))
                .where(PlaceRows.isOneOf(LOCATION.PATH, paths))
                .and(LOCATION_TYPE.VIEW_DESCENDANTS)
                .and(LOCATION.ARCHIVED_ON.isNull());
    }
}
