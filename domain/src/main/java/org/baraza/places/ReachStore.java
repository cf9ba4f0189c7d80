// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/** The part of the tree below somebody, and who works there. */
final class ReachStore {
    private static final org.baraza.persistence.schema.places.tables.Location AT = LOCATION.as("at");
    private static final org.baraza.persistence.schema.places.tables.Assignment HERS = ASSIGNMENT.as("hers");

    static Set<String> owners(Tx tx, String userId) {
        return tx.sql().fetch(statement(userId)).intoSet(0, String.class);
    }

    /** One range of the key on path for each of her locations, and assignment_by_location from there. */
    static Select<Record1<String>> statement(String userId) {
        return below(userId)
                .union(select(ASSIGNMENT.USER_ID).from(ASSIGNMENT).where(ASSIGNMENT.LOCATION_ID.in(below(userId))));
    }

    /** By primary key, and from there up to her locations. */
    static boolean hasPerson(Tx tx, String userId, String person) {
        return tx.sql()
                .fetchExists(select(ASSIGNMENT.USER_ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.USER_ID.eq(person))
                        .and(ASSIGNMENT.LOCATION_ID.in(below(userId))));
    }

    /** Those of the locations that are hers, or below them. */
    static Set<String> places(Tx tx, String userId, Collection<String> locationIds) {
        return tx.sql()
                .fetch(below(userId).and(LOCATION.LOCATION_ID.eq(any(val(locationIds.toArray(String[]::new))))))
                .intoSet(0, String.class);
    }

    /** Those of the people who are assigned to her locations, or below them. */
    static Set<String> people(Tx tx, String userId, Collection<String> people) {
        return tx.sql()
                .fetch(select(ASSIGNMENT.USER_ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.USER_ID.eq(any(val(people.toArray(String[]::new)))))
                        .and(ASSIGNMENT.LOCATION_ID.in(below(userId))))
                .intoSet(0, String.class);
    }

    /** Which locations she may know of: all, or hers and what is below them. */
    static Condition known(ProjectAccess who) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS)
                ? noCondition()
                : LOCATION.LOCATION_ID.in(below(who.actor().userId()));
    }

    private static SelectConditionStep<Record1<String>> below(String userId) {
        return select(LOCATION.LOCATION_ID)
                .from(HERS)
                .join(AT)
                .on(AT.PROJECT_ID.eq(HERS.PROJECT_ID))
                .and(AT.LOCATION_ID.eq(HERS.LOCATION_ID))
                .join(LOCATION)
                .on(LOCATION.PROJECT_ID.eq(AT.PROJECT_ID))
                .and(LOCATION.PATH.between(AT.PATH, AT.PATH_END))
                .where(HERS.USER_ID.eq(userId));
    }

    /** One range of the key on path for each of the locations, and assignment_by_location from there. */
    Set<String> atPlaces(Tx tx, Collection<String> locationIds) {
        return tx.sql()
                .fetch(under(locationIds)
                        .union(select(ASSIGNMENT.USER_ID)
                                .from(ASSIGNMENT)
                                .where(ASSIGNMENT.LOCATION_ID.in(under(locationIds)))))
                .intoSet(0, String.class);
    }

    private static Select<Record1<String>> under(Collection<String> locationIds) {
        return select(LOCATION.LOCATION_ID)
                .from(AT)
                .join(LOCATION)
                .on(LOCATION.PROJECT_ID.eq(AT.PROJECT_ID))
                .and(LOCATION.PATH.between(AT.PATH, AT.PATH_END))
                .where(AT.LOCATION_ID.eq(any(val(locationIds.toArray(String[]::new)))));
    }

    /** By primary key. */
    Set<String> inGroups(Tx tx, Collection<String> groupIds) {
        Set<String> found = tx.sql()
                .select(GROUP_MEMBER.USER_ID)
                .from(GROUP_MEMBER)
                .where(GROUP_MEMBER.GROUP_ID.eq(any(val(groupIds.toArray(String[]::new)))))
                .fetchSet(GROUP_MEMBER.USER_ID);
        found.addAll(groupIds);
        return found;
    }
}
