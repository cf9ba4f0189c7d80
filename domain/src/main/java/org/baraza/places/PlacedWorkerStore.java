// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.places.Tables.ASSIGNMENT;
import static org.baraza.persistence.schema.places.Tables.GROUP_MEMBER;
import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Locale;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;

/** The list of mobile workers, narrowed down by where they belong. */
final class PlacedWorkerStore {
    /** Sorts after every character of a username. */
    private static final String END = "~";

    /**
     * Ids of a page.
     *
     * @param path of the location that the query names; empty when it names none
     */
    Page<String> page(Tx tx, ProjectAccess who, PlacedQuery query, String path) {
        Condition wanted = wanted(who.project(), query, path).and(isReached(who));
        var request = query.workers().page();
        List<String> ids = tx.sql().fetch(rows(who, query, path)).map(Record1::value1);
        return Page.of(ids, request, () -> (long) tx.sql().fetchCount(MOBILE_WORKER, wanted));
    }

    /** The statement of a page, one row more than asked for. */
    Select<Record1<String>> rows(ProjectAccess who, PlacedQuery query, String path) {
        return select(MOBILE_WORKER.USER_ID)
                .from(MOBILE_WORKER)
                .where(wanted(who.project(), query, path))
                .and(isReached(who))
                .and(behind(query.workers()))
                .orderBy(order(query.workers().order()))
                .limit(query.workers().page().first() + 1);
    }

    private static Condition isReached(ProjectAccess who) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS)
                ? noCondition()
                : MOBILE_WORKER.USER_ID.in(ReachStore.statement(who.actor().userId()));
    }

    /** By group_member_by_place, or by the range of location_by_path and assignment_by_location. */
    private static Condition wanted(ProjectId project, PlacedQuery query, String path) {
        Condition wanted = MOBILE_WORKER.PROJECT_ID.eq(project.value()).and(MOBILE_WORKER.RETIRED_AT.isNull());
        wanted = switch (query.workers().status()) {
            case ANY -> wanted;
            case ACTIVE -> wanted.and(MOBILE_WORKER.ACTIVE.eq(true));
            case INACTIVE -> wanted.and(MOBILE_WORKER.ACTIVE.eq(false));
        };
        String beginning = query.workers().search().strip().toLowerCase(Locale.ROOT);
        if (!beginning.isEmpty()) {
            wanted = wanted.and(MOBILE_WORKER.USERNAME.between(beginning, beginning + END));
        }
        if (!query.groupId().isEmpty()) {
            wanted = wanted.and(MOBILE_WORKER.USER_ID.in(
                    select(GROUP_MEMBER.USER_ID).from(GROUP_MEMBER).where(GROUP_MEMBER.GROUP_ID.eq(query.groupId()))));
        }
        return path.isEmpty() ? wanted : wanted.and(MOBILE_WORKER.USER_ID.in(atOrBelow(path)));
    }

    private static Select<Record1<String>> atOrBelow(String path) {
        return select(ASSIGNMENT.USER_ID)
                .from(LOCATION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(ASSIGNMENT.LOCATION_ID.eq(LOCATION.LOCATION_ID))
                .where(LOCATION.PATH.between(path, path + END));
    }

    private static Condition behind(WorkerQuery query) {
        if (query.page().after().isEmpty()) {
            return noCondition();
        }
        WorkerOrder order = query.order();
        Cursor place = Cursor.read(query.page().after(), order.name(), order.byName() ? 1 : 2);
        if (order.byName()) {
            String name = place.text(0);
            return order.ascending() ? MOBILE_WORKER.USERNAME.gt(name) : MOBILE_WORKER.USERNAME.lt(name);
        }
        var age = row(MOBILE_WORKER.CREATED_AT, MOBILE_WORKER.USER_ID);
        return order.ascending() ? age.gt(place.instant(0), place.text(1)) : age.lt(place.instant(0), place.text(1));
    }

    private static List<OrderField<?>> order(WorkerOrder order) {
        return switch (order) {
            case USERNAME_ASC -> List.of(MOBILE_WORKER.USERNAME.asc());
            case USERNAME_DESC -> List.of(MOBILE_WORKER.USERNAME.desc());
            case CREATED_ASC -> List.of(MOBILE_WORKER.CREATED_AT.asc(), MOBILE_WORKER.USER_ID.asc());
            case CREATED_DESC -> List.of(MOBILE_WORKER.CREATED_AT.desc(), MOBILE_WORKER.USER_ID.desc());
        };
    }
}
