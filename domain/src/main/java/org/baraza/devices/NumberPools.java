// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.util.List;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Hands out running numbers, each once (device protocol: small ones). Runs in the scope of a project. */
public final class NumberPools {
    private static final int LONGEST = 255;

    private final Transactions transactions;
    private final Clock clock;
    private final NumberPoolStore store = new NumberPoolStore();

    public NumberPools(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The next number of a pool, from 1 on. A session that asks again gets the same number for a month. Needs {@code
     * access_mobile_endpoints}.
     *
     * @param sessionId empty for a caller who will not ask again
     */
    public long next(ProjectAccess who, String poolId, String sessionId) {
        who.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        if (poolId.isBlank() || !isStorable(poolId) || !isStorable(sessionId)) {
            throw new Refused(new Problem.Invalid(List.of(new FieldError(
                    "pool_id", "POOL_ID_INVALID", "You must specify a pool_id of at most 255 characters."))));
        }
        return transactions.write(tx -> {
            long before = store.lock(tx, poolId);
            return store.given(tx, poolId, sessionId).orElseGet(() -> {
                store.give(tx, poolId, sessionId, before + 1, clock.instant());
                return before + 1;
            });
        });
    }

    private static boolean isStorable(String text) {
        return text.length() <= LONGEST && text.indexOf('\0') < 0;
    }
}
