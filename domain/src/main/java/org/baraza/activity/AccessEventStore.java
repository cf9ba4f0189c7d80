// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import static org.baraza.persistence.schema.activity.Tables.ACCESS_EVENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.activity.tables.records.AccessEventRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

final class AccessEventStore {

    void insert(Tx tx, List<Access> accesses) {
        tx.sql()
                .insertInto(
                        ACCESS_EVENT,
                        ACCESS_EVENT.PROJECT_ID,
                        ACCESS_EVENT.AT,
                        ACCESS_EVENT.USER_ID,
                        ACCESS_EVENT.USERNAME,
                        ACCESS_EVENT.MEANS,
                        ACCESS_EVENT.METHOD,
                        ACCESS_EVENT.PATH,
                        ACCESS_EVENT.OPERATION,
                        ACCESS_EVENT.SUBJECT,
                        ACCESS_EVENT.STATUS,
                        ACCESS_EVENT.ADDRESS,
                        ACCESS_EVENT.AGENT)
                .valuesOfRows(accesses.stream()
                        .map(access -> row(
                                access.project().value(),
                                access.at(),
                                access.userId(),
                                access.username(),
                                access.means(),
                                access.method(),
                                access.path(),
                                access.operation(),
                                access.subject(),
                                access.status(),
                                access.address(),
                                access.agent()))
                        .toList())
                .execute();
    }

    /** A range of access_event_by_time, _by_user or _by_address. */
    Page<AccessEvent> page(Tx tx, ProjectId project, AccessQuery query) {
        PageRequest page = query.page();
        List<AccessEvent> rows = tx.sql()
                .selectFrom(ACCESS_EVENT)
                .where(wanted(project, query))
                .and(behind(page.after()))
                .orderBy(ACCESS_EVENT.AT.desc(), ACCESS_EVENT.ACCESS_ID.desc())
                .limit(page.first() + 1)
                .fetch(AccessEventStore::event);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(ACCESS_EVENT, wanted(project, query)));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, AccessEvent.LIST, 2);
        return row(ACCESS_EVENT.AT, ACCESS_EVENT.ACCESS_ID).lt(place.instant(0), place.largeNumber(1));
    }

    private static Condition wanted(ProjectId project, AccessQuery query) {
        return ACCESS_EVENT
                .PROJECT_ID
                .eq(project.value())
                .and(query.username().map(ACCESS_EVENT.USERNAME::eq).orElse(noCondition()))
                .and(query.address().map(ACCESS_EVENT.ADDRESS::eq).orElse(noCondition()))
                .and(query.from().map(ACCESS_EVENT.AT::ge).orElse(noCondition()))
                .and(query.until().map(ACCESS_EVENT.AT::lt).orElse(noCondition()));
    }

    /** Those from before, as many as go at once; how many went. By access_event_by_age. */
    int deleteBefore(Tx tx, Instant time, int most) {
        return tx.sql()
                .deleteFrom(ACCESS_EVENT)
                .where(row(ACCESS_EVENT.PROJECT_ID, ACCESS_EVENT.ACCESS_ID)
                        .in(select(ACCESS_EVENT.PROJECT_ID, ACCESS_EVENT.ACCESS_ID)
                                .from(ACCESS_EVENT)
                                .where(ACCESS_EVENT.AT.lt(time))
                                .limit(most)))
                .execute();
    }

    private static AccessEvent event(AccessEventRecord row) {
        return new AccessEvent(
                row.getAccessId(),
                row.getAt(),
                row.getUserId(),
                row.getUsername(),
                row.getMeans(),
                row.getMethod(),
                row.getPath(),
                row.getOperation(),
                row.getSubject(),
                row.getStatus(),
                row.getAddress(),
                row.getAgent());
    }
}
