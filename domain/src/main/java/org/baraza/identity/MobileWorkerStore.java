// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Page;
import org.baraza.persistence.schema.identity.tables.records.MobileWorkerRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.UpdateSetMoreStep;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class MobileWorkerStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<java.util.Map<String, String>> TEXTS = new TypeReference<>() {};
    /** Sorts after every character of a username. */
    private static final String END = "~";

    /** What the service decides about a new worker. */
    record Decided(String userId, String username, String passwordHash, UUID role, String createdBy, Instant now) {
        @Override
        public String toString() {
            return "Decided[" + userId + "]";
        }
    }

    MobileWorker insert(Tx tx, ProjectId project, NewMobileWorker worker, Decided decided) {
        return tx.sql()
                .insertInto(MOBILE_WORKER)
                .set(MOBILE_WORKER.PROJECT_ID, project.value())
                .set(MOBILE_WORKER.USER_ID, decided.userId())
                .set(MOBILE_WORKER.USERNAME, decided.username())
                .set(MOBILE_WORKER.FIRST_NAME, worker.firstName())
                .set(MOBILE_WORKER.LAST_NAME, worker.lastName())
                .set(MOBILE_WORKER.EMAIL, worker.email())
                .set(MOBILE_WORKER.LANGUAGE, worker.language())
                .set(MOBILE_WORKER.PHONE_NUMBERS, worker.phoneNumbers().toArray(String[]::new))
                .set(MOBILE_WORKER.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(worker.userData())))
                .set(MOBILE_WORKER.ROLE_ID, decided.role())
                .set(MOBILE_WORKER.PASSWORD_HASH, decided.passwordHash())
                .set(MOBILE_WORKER.CREATED_BY, decided.createdBy())
                .set(MOBILE_WORKER.CREATED_AT, decided.now())
                .returning()
                .fetchSingle(MobileWorkerStore::worker);
    }

    List<MobileWorker> find(Tx tx, ProjectId project, Collection<String> userIds) {
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.USER_ID.in(userIds))
                .fetch(MobileWorkerStore::worker);
    }

    /** By the unique index of usernames, or mobile_worker_by_activity; both are ranges that stop after a page. */
    Page<MobileWorker> list(Tx tx, ProjectId project, WorkerQuery query) {
        Condition wanted =
                MOBILE_WORKER.PROJECT_ID.eq(project.value()).and(status(query)).and(beginning(query));
        List<MobileWorker> rows = tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(wanted)
                .and(MOBILE_WORKER.USERNAME.gt(query.after()))
                .orderBy(MOBILE_WORKER.USERNAME)
                .limit(query.first() + 1)
                .fetch(MobileWorkerStore::worker);
        return Page.of(
                rows, query.first(), query.counted(), () -> (long) tx.sql().fetchCount(MOBILE_WORKER, wanted));
    }

    private static Condition status(WorkerQuery query) {
        return switch (query.status()) {
            case ANY -> noCondition();
            case ACTIVE -> MOBILE_WORKER.ACTIVE.eq(true);
            case INACTIVE -> MOBILE_WORKER.ACTIVE.eq(false);
        };
    }

    /** A range rather than LIKE, which row-level security would keep from using an index. */
    private static Condition beginning(WorkerQuery query) {
        String beginning = query.search().strip().toLowerCase(Locale.ROOT);
        return beginning.isEmpty() ? noCondition() : MOBILE_WORKER.USERNAME.between(beginning, beginning + END);
    }

    Optional<MobileWorker> setActive(Tx tx, ProjectId project, String userId, boolean active) {
        return changed(raised(tx).set(MOBILE_WORKER.ACTIVE, active), project, userId);
    }

    /** Also ends a lock: the old password that somebody tried no longer matters. */
    Optional<MobileWorker> setPassword(Tx tx, ProjectId project, String userId, String passwordHash) {
        return changed(
                raised(tx)
                        .set(MOBILE_WORKER.PASSWORD_HASH, passwordHash)
                        .set(MOBILE_WORKER.FAILED_SIGN_INS, 0)
                        .set(MOBILE_WORKER.LOCK_OUTS, 0)
                        .setNull(MOBILE_WORKER.LOCKED_UNTIL),
                project,
                userId);
    }

    private static UpdateSetMoreStep<MobileWorkerRecord> raised(Tx tx) {
        return tx.sql()
                .update(MOBILE_WORKER)
                .set(MOBILE_WORKER.CREDENTIAL_VERSION, MOBILE_WORKER.CREDENTIAL_VERSION.plus(1));
    }

    private static Optional<MobileWorker> changed(
            UpdateSetMoreStep<MobileWorkerRecord> update, ProjectId project, String userId) {
        return update.where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.USER_ID.eq(userId))
                .returning()
                .fetchOptional(MobileWorkerStore::worker);
    }

    private static MobileWorker worker(MobileWorkerRecord row) {
        return new MobileWorker(
                new ProjectId(row.getProjectId()),
                row.getUserId(),
                row.getUsername(),
                row.getFirstName(),
                row.getLastName(),
                row.getEmail(),
                row.getLanguage(),
                List.of(row.getPhoneNumbers()),
                JSON.readValue(row.getUserData().data(), TEXTS),
                row.getActive(),
                row.getCreatedAt());
    }
}
