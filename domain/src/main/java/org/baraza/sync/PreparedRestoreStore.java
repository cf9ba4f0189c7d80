// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.sync.Tables.PREPARED_RESTORE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.not;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.schema.sync.tables.records.PreparedRestoreRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Payloads that are made in the background. */
final class PreparedRestoreStore {
    private final PayloadStore payloads = new PayloadStore();

    Optional<PreparedRestore> find(Tx tx, PreparedKey key) {
        return tx.sql().selectFrom(PREPARED_RESTORE).where(is(key)).fetchOptional(PreparedRestoreStore::prepared);
    }

    private static PreparedRestore prepared(PreparedRestoreRecord row) {
        return new PreparedRestore(
                row.getPayloadId(),
                row.getCasesDone(),
                row.getCasesTotal(),
                row.getStartedAt(),
                row.getBeatAt(),
                Optional.ofNullable(row.getPieces()));
    }

    /** How many open cases the ids own, counted up to a number; index case_open_by_owner. */
    int countOwn(Tx tx, Collection<String> ownerIds, int most) {
        return tx.sql()
                .fetchCount(tx.sql()
                        .selectOne()
                        .from(CASE_RECORD)
                        .where(CASE_RECORD.OWNER_ID.eq(any(ownerIds.toArray(String[]::new))))
                        .and(CASE_RECORD.DELETED_ON.isNull())
                        .and(not(CASE_RECORD.CLOSED))
                        .limit(most));
    }

    /** Takes the work; false when somebody else has it already. */
    boolean begin(Tx tx, PreparedKey key, UUID payloadId, int total, Instant now) {
        return tx.sql()
                        .insertInto(PREPARED_RESTORE)
                        .set(PREPARED_RESTORE.PROJECT_ID, ProjectScope.current().value())
                        .set(PREPARED_RESTORE.USER_ID, key.userId())
                        .set(PREPARED_RESTORE.DEVICE_ID, key.deviceId())
                        .set(PREPARED_RESTORE.APP_ID, key.appId())
                        .set(PREPARED_RESTORE.ASKED_BY, key.askedBy())
                        .set(PREPARED_RESTORE.PAYLOAD_ID, payloadId)
                        .set(PREPARED_RESTORE.CASES_TOTAL, total)
                        .set(PREPARED_RESTORE.STARTED_AT, now)
                        .set(PREPARED_RESTORE.BEAT_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Says how far it is; false when it is not wanted any more. */
    boolean beat(Tx tx, UUID payloadId, int done, int total, Instant now) {
        return tx.sql()
                        .update(PREPARED_RESTORE)
                        .set(PREPARED_RESTORE.CASES_DONE, done)
                        .set(PREPARED_RESTORE.CASES_TOTAL, total)
                        .set(PREPARED_RESTORE.BEAT_AT, now)
                        .where(PREPARED_RESTORE.PAYLOAD_ID.eq(payloadId))
                        .execute()
                > 0;
    }

    /** Says that its maker lives; false when it is not wanted any more. */
    boolean beat(Tx tx, UUID payloadId, Instant now) {
        return tx.sql()
                        .update(PREPARED_RESTORE)
                        .set(PREPARED_RESTORE.BEAT_AT, now)
                        .where(PREPARED_RESTORE.PAYLOAD_ID.eq(payloadId))
                        .execute()
                > 0;
    }

    /** It is whole. */
    void finish(Tx tx, UUID payloadId, int pieces) {
        tx.sql()
                .update(PREPARED_RESTORE)
                .set(PREPARED_RESTORE.PIECES, pieces)
                .set(PREPARED_RESTORE.CASES_DONE, PREPARED_RESTORE.CASES_TOTAL)
                .where(PREPARED_RESTORE.PAYLOAD_ID.eq(payloadId))
                .execute();
    }

    /** It goes, with what was kept of it. */
    void drop(Tx tx, UUID payloadId) {
        release(tx, payloadId);
        payloads.delete(tx, payloadId);
    }

    /** It goes, but what was kept of it. */
    void release(Tx tx, UUID payloadId) {
        tx.sql()
                .deleteFrom(PREPARED_RESTORE)
                .where(PREPARED_RESTORE.PAYLOAD_ID.eq(payloadId))
                .execute();
    }

    /** Some that were begun before that time; index prepared_restore_by_age. */
    List<UUID> from(Tx tx, Instant before, int most) {
        return tx.sql()
                .select(PREPARED_RESTORE.PAYLOAD_ID)
                .from(PREPARED_RESTORE)
                .where(PREPARED_RESTORE.STARTED_AT.lt(before))
                .limit(most)
                .fetch(PREPARED_RESTORE.PAYLOAD_ID);
    }

    private static Condition is(PreparedKey key) {
        return PREPARED_RESTORE
                .USER_ID
                .eq(key.userId())
                .and(PREPARED_RESTORE.DEVICE_ID.eq(key.deviceId()))
                .and(PREPARED_RESTORE.APP_ID.eq(key.appId()))
                .and(PREPARED_RESTORE.ASKED_BY.eq(key.askedBy()));
    }
}
