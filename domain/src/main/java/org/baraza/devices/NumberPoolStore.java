// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.ID_GIVEN;
import static org.baraza.persistence.schema.devices.Tables.ID_POOL;

import java.time.Instant;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

final class NumberPoolStore {

    /** The last number given; nobody else gets one of the pool until the end of the transaction. */
    long lock(Tx tx, String poolId) {
        tx.sql()
                .insertInto(ID_POOL)
                .set(ID_POOL.PROJECT_ID, ProjectScope.current().value())
                .set(ID_POOL.POOL_ID, poolId)
                .set(ID_POOL.LAST_NUMBER, 0L)
                .onConflictDoNothing()
                .execute();
        return tx.sql()
                .select(ID_POOL.LAST_NUMBER)
                .from(ID_POOL)
                .where(ID_POOL.POOL_ID.eq(poolId))
                .forUpdate()
                .fetchSingle()
                .value1();
    }

    Optional<Long> given(Tx tx, String poolId, String sessionId) {
        return sessionId.isEmpty()
                ? Optional.empty()
                : tx.sql()
                        .select(ID_GIVEN.NUMBER)
                        .from(ID_GIVEN)
                        .where(ID_GIVEN.POOL_ID.eq(poolId))
                        .and(ID_GIVEN.SESSION_ID.eq(sessionId))
                        .fetchOptional(ID_GIVEN.NUMBER);
    }

    void give(Tx tx, String poolId, String sessionId, long number, Instant now) {
        tx.sql()
                .update(ID_POOL)
                .set(ID_POOL.LAST_NUMBER, number)
                .where(ID_POOL.POOL_ID.eq(poolId))
                .execute();
        if (!sessionId.isEmpty()) {
            tx.sql()
                    .insertInto(ID_GIVEN)
                    .set(ID_GIVEN.PROJECT_ID, ProjectScope.current().value())
                    .set(ID_GIVEN.POOL_ID, poolId)
                    .set(ID_GIVEN.SESSION_ID, sessionId)
                    .set(ID_GIVEN.NUMBER, number)
                    .set(ID_GIVEN.GIVEN_ON, now)
                    .execute();
        }
    }

    int forget(Tx tx, Instant before) {
        return tx.sql().deleteFrom(ID_GIVEN).where(ID_GIVEN.GIVEN_ON.lt(before)).execute();
    }
}
