// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.sync.Tables.FROZEN_RESTORE;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** What demo workers get. */
final class FrozenRestoreStore {
    private final PayloadStore payloads = new PayloadStore();

    /** A payload that is kept for somebody. */
    record Frozen(UUID payloadId, int pieces, Instant madeAt) {}

    /** Whether the id is that of a demo worker. */
    boolean isDemo(Tx tx, String userId) {
        return tx.sql()
                .fetchExists(MOBILE_WORKER, MOBILE_WORKER.USER_ID.eq(userId).and(MOBILE_WORKER.IS_DEMO));
    }

    Set<String> demoWorkers(Tx tx, Collection<String> userIds) {
        return tx.sql()
                .select(MOBILE_WORKER.USER_ID)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.USER_ID.eq(any(userIds.toArray(String[]::new))))
                .and(MOBILE_WORKER.IS_DEMO)
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .fetchSet(MOBILE_WORKER.USER_ID);
    }

    Optional<Frozen> find(Tx tx, String userId) {
        return Optional.ofNullable(find(tx, Set.of(userId)).get(userId));
    }

    /** What is kept for those of the workers for whom something is, by their ids. */
    Map<String, Frozen> find(Tx tx, Collection<String> userIds) {
        Map<String, Frozen> found = new HashMap<>();
        tx.sql()
                .selectFrom(FROZEN_RESTORE)
                .where(FROZEN_RESTORE.USER_ID.eq(any(userIds.toArray(String[]::new))))
                .forEach(row ->
                        found.put(row.getUserId(), new Frozen(row.getPayloadId(), row.getPieces(), row.getMadeAt())));
        return found;
    }

    /** Takes the place of what was kept for her. */
    void put(Tx tx, String userId, Frozen frozen) {
        drop(tx, userId);
        tx.sql()
                .insertInto(FROZEN_RESTORE)
                .set(FROZEN_RESTORE.PROJECT_ID, ProjectScope.current().value())
                .set(FROZEN_RESTORE.USER_ID, userId)
                .set(FROZEN_RESTORE.PAYLOAD_ID, frozen.payloadId())
                .set(FROZEN_RESTORE.PIECES, frozen.pieces())
                .set(FROZEN_RESTORE.MADE_AT, frozen.madeAt())
                .onConflict(FROZEN_RESTORE.PROJECT_ID, FROZEN_RESTORE.USER_ID)
                .doUpdate()
                .set(FROZEN_RESTORE.PAYLOAD_ID, frozen.payloadId())
                .set(FROZEN_RESTORE.PIECES, frozen.pieces())
                .set(FROZEN_RESTORE.MADE_AT, frozen.madeAt())
                .execute();
    }

    void drop(Tx tx, String userId) {
        tx.sql()
                .deleteFrom(FROZEN_RESTORE)
                .where(FROZEN_RESTORE.USER_ID.eq(userId))
                .returning(FROZEN_RESTORE.PAYLOAD_ID)
                .fetch(FROZEN_RESTORE.PAYLOAD_ID)
                .forEach(payloadId -> payloads.delete(tx, payloadId));
    }
}
