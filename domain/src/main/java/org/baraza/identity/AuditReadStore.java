// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.schema.identity.tables.records.AuditEventRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class AuditReadStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** A range of audit_event_by_time, _by_actor, _by_action or _by_address. */
    Page<AuditEvent> list(Tx tx, ProjectId project, AuditQuery query) {
        List<AuditEvent> rows = tx.sql().fetch(rows(project, query)).map(AuditReadStore::event);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(AUDIT_EVENT, wanted(project, query)));
    }

    /** The statement of a page, one row more than asked for. */
    Select<AuditEventRecord> rows(ProjectId project, AuditQuery query) {
        return selectFrom(AUDIT_EVENT)
                .where(wanted(project, query))
                .and(behind(query.page().after()))
                .orderBy(AUDIT_EVENT.AT.desc(), AUDIT_EVENT.EVENT_ID.desc())
                .limit(query.page().first() + 1);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, AuditEvent.LIST, 2);
        return row(AUDIT_EVENT.AT, AUDIT_EVENT.EVENT_ID).lt(place.instant(0), place.largeNumber(1));
    }

    private static Condition wanted(ProjectId project, AuditQuery query) {
        @Nullable Instant from = query.from();
        @Nullable Instant until = query.until();
        return AUDIT_EVENT
                .PROJECT_ID
                .eq(project.value())
                .and(query.actor() == null ? noCondition() : AUDIT_EVENT.ACTOR_NAME.eq(query.actor()))
                .and(query.action() == null ? noCondition() : AUDIT_EVENT.ACTION.eq(query.action()))
                .and(query.address() == null ? noCondition() : AUDIT_EVENT.ADDRESS.eq(query.address()))
                .and(from == null ? noCondition() : AUDIT_EVENT.AT.ge(from))
                .and(until == null ? noCondition() : AUDIT_EVENT.AT.lt(until));
    }

    /** Jumps from one action to the next in audit_event_by_action: costs what there are of them, not of events. */
    List<String> actions(Tx tx, ProjectId project) {
        List<String> actions = new ArrayList<>();
        Optional<String> next = after(tx, project, "");
        while (next.isPresent()) {
            actions.add(next.get());
            next = after(tx, project, next.get());
        }
        return actions;
    }

    private static Optional<String> after(Tx tx, ProjectId project, String action) {
        return tx.sql()
                .select(min(AUDIT_EVENT.ACTION))
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.PROJECT_ID.eq(project.value()))
                .and(AUDIT_EVENT.ACTION.gt(action))
                .fetchOptional(row -> row.value1());
    }

    private static AuditEvent event(AuditEventRecord row) {
        return new AuditEvent(
                row.getEventId(),
                row.getAt(),
                Optional.ofNullable(row.getActorId()),
                row.getActorName(),
                row.getAction(),
                Optional.ofNullable(row.getSubjectKind()),
                Optional.ofNullable(row.getSubjectId()),
                JSON.readValue(row.getDetail().data(), TEXTS),
                Optional.ofNullable(row.getAddress()).filter(address -> !address.isEmpty()),
                Optional.ofNullable(row.getChannel()).map(Channel::ofWireName));
    }
}
