// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.sync.Tables.SYNC_LOG;

import java.time.Instant;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** The log of answered syncs. */
public final class SyncLogStore {

    /** Whether the phone of this person may continue from that sync. */
    boolean isKnown(Tx tx, String id, String userId, Instant notBefore) {
        return tx.sql()
                .fetchExists(
                        SYNC_LOG,
                        SYNC_LOG.SYNC_LOG_ID
                                .eq(id)
                                .and(SYNC_LOG.USER_ID.eq(userId))
                                .and(SYNC_LOG.SYNCED_AT.ge(notBefore)));
    }

    /** Records a sync before its payload leaves; how many cases it has is told in the end. */
    void begin(Tx tx, SyncLog log, Instant now) {
        tx.sql()
                .insertInto(SYNC_LOG)
                .set(SYNC_LOG.PROJECT_ID, ProjectScope.current().value())
                .set(SYNC_LOG.SYNC_LOG_ID, log.id())
                .set(SYNC_LOG.USER_ID, log.userId())
                .set(SYNC_LOG.DEVICE_ID, log.deviceId())
                .set(SYNC_LOG.APP_ID, log.appId())
                .set(SYNC_LOG.SYNCED_AT, now)
                .set(SYNC_LOG.CASE_COUNT, 0)
                .execute();
    }

    /** The payload is whole but for its last bytes. */
    void complete(Tx tx, String id, int caseCount) {
        tx.sql()
                .update(SYNC_LOG)
                .set(SYNC_LOG.CASE_COUNT, caseCount)
                .where(SYNC_LOG.SYNC_LOG_ID.eq(id))
                .execute();
    }
}
