// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;
import static org.baraza.persistence.schema.places.Tables.USER_GROUP;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Record1;
import org.jooq.Select;

/** Under which ids people own cases. */
final class OwnershipStore {
    private static final org.baraza.persistence.schema.places.tables.Location AT = LOCATION.as("at");
    private static final org.baraza.persistence.schema.places.tables.LocationType LEVEL = LOCATION_TYPE.as("level");

    /** Case-sharing groups and owning locations, in one statement. */
    List<String> owners(Tx tx, String userId) {
        return tx.sql().fetch(statement(userId)).into(String.class);
    }

    /** All groups, and the locations that somebody is assigned to with all above them. */
    List<String> reached(Tx tx, String userId) {
        Select<Record1<String>> groups =
                select(GROUP_MEMBER.GROUP_ID).from(GROUP_MEMBER).where(GROUP_MEMBER.USER_ID.eq(userId));
        List<String> reached = new ArrayList<>(tx.sql().fetch(groups).into(String.class));
        List<String> line = lines(tx, userId);
        if (!line.isEmpty()) {
            PhoneStore.single(tx, line).forEach(row -> reached.add(row.get(LOCATION.LOCATION_ID)));
        }
        return reached;
    }

    /** Paths of the locations that somebody is assigned to, and of all above. */
    private static List<String> lines(Tx tx, String userId) {
        return tx
                .sql()
                .select(LOCATION.PATH)
                .from(ASSIGNMENT)
                .join(LOCATION)
                .on(LOCATION.PROJECT_ID.eq(ASSIGNMENT.PROJECT_ID))
                .and(LOCATION.LOCATION_ID.eq(ASSIGNMENT.LOCATION_ID))
                .where(ASSIGNMENT.USER_ID.eq(userId))
                .fetch(LOCATION.PATH)
                .stream()
                .flatMap(path -> Location.line(path).stream())
                .distinct()
                .toList();
    }

    /** Whether one works where another works or somewhere below. */
    boolean isWithin(Tx tx, String userId, String ofUserId) {
        var herPlace = ASSIGNMENT.as("her_place");
        return tx.sql()
                .fetchExists(tx.sql()
                        .selectOne()
                        .from(ASSIGNMENT)
                        .join(AT)
                        .on(AT.PROJECT_ID.eq(ASSIGNMENT.PROJECT_ID))
                        .and(AT.LOCATION_ID.eq(ASSIGNMENT.LOCATION_ID))
                        .join(LOCATION)
                        .on(LOCATION.PROJECT_ID.eq(AT.PROJECT_ID))
                        .and(LOCATION.PATH.between(AT.PATH, AT.PATH_END))
                        .join(herPlace)
                        .on(herPlace.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                        .and(herPlace.LOCATION_ID.eq(LOCATION.LOCATION_ID))
                        .where(ASSIGNMENT.USER_ID.eq(ofUserId))
                        .and(herPlace.USER_ID.eq(userId)));
    }

    static Select<Record1<String>> statement(String userId) {
        return groups(userId).union(locations(userId));
    }

    /** Index group_member_by_user. */
    static Select<Record1<String>> groups(String userId) {
        return select(USER_GROUP.GROUP_ID)
                .from(GROUP_MEMBER)
                .join(USER_GROUP)
                .on(USER_GROUP.PROJECT_ID.eq(GROUP_MEMBER.PROJECT_ID))
                .and(USER_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.USER_ID.eq(userId))
                .and(USER_GROUP.CASE_SHARING);
    }

    /**
     * Those she is assigned to, and those below where the level views descendants; of each only those whose own level shares
     * cases. One range of the key on path for each that she views from.
     */
    static Select<Record1<String>> locations(String userId) {
        Select<Record1<String>> own = select(LOCATION.LOCATION_ID)
                .from(ASSIGNMENT)
                .join(LOCATION)
                .on(LOCATION.PROJECT_ID.eq(ASSIGNMENT.PROJECT_ID))
                .and(LOCATION.LOCATION_ID.eq(ASSIGNMENT.LOCATION_ID))
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .where(ASSIGNMENT.USER_ID.eq(userId))
                .and(LOCATION_TYPE.SHARES_CASES)
                .and(LOCATION.ARCHIVED_ON.isNull());
        return own.union(below(userId));
    }

    private static Select<Record1<String>> below(String userId) {
        return select(LOCATION.LOCATION_ID)
                .from(ASSIGNMENT)
                .join(AT)
                .on(AT.PROJECT_ID.eq(ASSIGNMENT.PROJECT_ID))
                .and(AT.LOCATION_ID.eq(ASSIGNMENT.LOCATION_ID))
                .join(LEVEL)
                .on(LEVEL.PROJECT_ID.eq(AT.PROJECT_ID))
                .and(LEVEL.TYPE_NO.eq(AT.TYPE_NO))
                .join(LOCATION)
                .on(LOCATION.PROJECT_ID.eq(AT.PROJECT_ID))
                .and(LOCATION.PATH.between(AT.PATH, AT.PATH_END))
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .where(ASSIGNMENT.USER_ID.eq(userId))
                .and(LEVEL.VIEW_DESCENDANTS)
                .and(AT.ARCHIVED_ON.isNull())
                .and(LOCATION_TYPE.SHARES_CASES)
                .and(LOCATION.ARCHIVED_ON.isNull());
    }
}
