// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.JOIN_REQUEST;
import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.identity.tables.records.JoinRequestRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Requests of people who want to be let into projects. */
final class JoinRequestStore {
    void insert(Tx tx, ProjectId project, WebProfile who, String name, Instant now) {
        tx.sql()
                .insertInto(JOIN_REQUEST)
                .set(JOIN_REQUEST.PROJECT_ID, project.value())
                .set(JOIN_REQUEST.USER_ID, who.userId())
                .set(JOIN_REQUEST.EMAIL, who.username())
                .set(JOIN_REQUEST.FULL_NAME, name)
                .set(JOIN_REQUEST.REQUESTED_AT, now)
                .execute();
    }

    /** Hers that waits, by index join_request_open. */
    Optional<JoinRequest> waitingOf(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .selectFrom(JOIN_REQUEST)
                .where(isWaiting(project))
                .and(JOIN_REQUEST.USER_ID.eq(userId))
                .fetchOptional(JoinRequestStore::request);
    }

    /** Whether she was turned away since, by index join_request_decided. */
    boolean wasDeclinedAfter(Tx tx, ProjectId project, String userId, Instant since) {
        return tx.sql()
                .fetchExists(
                        JOIN_REQUEST,
                        JOIN_REQUEST
                                .PROJECT_ID
                                .eq(project.value())
                                .and(JOIN_REQUEST.USER_ID.eq(userId))
                                .and(JOIN_REQUEST.DECIDED_AT.gt(since))
                                .and(JOIN_REQUEST.APPROVED.isFalse()));
    }

    /** In all projects, as far as the transaction sees them; by index join_request_by_user. */
    int waitingAnywhere(Tx tx, String userId) {
        return tx.sql().fetchCount(JOIN_REQUEST, JOIN_REQUEST.USER_ID.eq(userId).and(JOIN_REQUEST.DECIDED_AT.isNull()));
    }

    int waiting(Tx tx, ProjectId project) {
        return tx.sql().fetchCount(JOIN_REQUEST, isWaiting(project));
    }

    /** Oldest first, by index join_request_by_age. */
    Page<JoinRequest> page(Tx tx, ProjectId project, PageRequest page) {
        Condition after = noCondition();
        if (!page.after().isEmpty()) {
            Cursor cursor = Cursor.read(page.after(), JoinRequest.LIST, 2);
            after = row(JOIN_REQUEST.REQUESTED_AT, JOIN_REQUEST.REQUEST_ID).gt(cursor.instant(0), cursor.id(1));
        }
        List<JoinRequest> oneMore = tx.sql()
                .selectFrom(JOIN_REQUEST)
                .where(isWaiting(project))
                .and(after)
                .orderBy(JOIN_REQUEST.REQUESTED_AT, JOIN_REQUEST.REQUEST_ID)
                .limit(page.first() + 1)
                .fetch(JoinRequestStore::request);
        return Page.of(oneMore, page, () -> (long) waiting(tx, project));
    }

    /** One that waits, kept from others until the end of the transaction. */
    Optional<JoinRequest> lock(Tx tx, ProjectId project, UUID id) {
        return tx.sql()
                .selectFrom(JOIN_REQUEST)
                .where(isWaiting(project))
                .and(JOIN_REQUEST.REQUEST_ID.eq(id))
                .forUpdate()
                .fetchOptional(JoinRequestStore::request);
    }

    void decide(Tx tx, ProjectId project, UUID id, boolean approved, String userId, Instant now) {
        tx.sql()
                .update(JOIN_REQUEST)
                .set(JOIN_REQUEST.APPROVED, approved)
                .set(JOIN_REQUEST.DECIDED_BY, userId)
                .set(JOIN_REQUEST.DECIDED_AT, now)
                .where(isWaiting(project))
                .and(JOIN_REQUEST.REQUEST_ID.eq(id))
                .execute();
    }

    /** Those of hers that wait. */
    void forget(Tx tx, ProjectId project, String userId) {
        tx.sql()
                .deleteFrom(JOIN_REQUEST)
                .where(isWaiting(project))
                .and(JOIN_REQUEST.USER_ID.eq(userId))
                .execute();
    }

    /** Those that waited too long, and decided ones that no longer keep anybody from asking; the audit log has them all. */
    void sweep(Tx tx, ProjectId project, Instant waitingSince, Instant decidedBefore) {
        tx.sql()
                .deleteFrom(JOIN_REQUEST)
                .where(isWaiting(project).and(JOIN_REQUEST.REQUESTED_AT.lt(waitingSince)))
                .or(JOIN_REQUEST.PROJECT_ID.eq(project.value()).and(JOIN_REQUEST.DECIDED_AT.lt(decidedBefore)))
                .execute();
    }

    /** Addresses of administrators who are let in. */
    List<String> administrators(Tx tx, ProjectId project, int most) {
        return tx.sql()
                .select(WEB_USER.USERNAME)
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.ROLE_ID.isNull())
                .and(MEMBERSHIP.ACTIVE)
                .orderBy(MEMBERSHIP.USER_ID)
                .limit(most)
                .fetch(WEB_USER.USERNAME);
    }

    private static Condition isWaiting(ProjectId project) {
        return JOIN_REQUEST.PROJECT_ID.eq(project.value()).and(JOIN_REQUEST.DECIDED_AT.isNull());
    }

    private static JoinRequest request(JoinRequestRecord row) {
        return new JoinRequest(
                row.getRequestId(), row.getUserId(), row.getEmail(), row.getFullName(), row.getRequestedAt());
    }
}
