// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Removes what no phone can use any more: syncs from which it is too late to continue, and prepared payloads that nobody
 * fetched. Whoever syncs in a project sweeps it, now and then; where nobody syncs, nothing grows.
 */
public final class SyncSweep {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final Clock clock;
    private final SyncLogStore logs = new SyncLogStore();
    private final PreparedRestoreStore prepared = new PreparedRestoreStore();
    private final Map<ProjectId, Instant> swept = new ConcurrentHashMap<>();

    public SyncSweep(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Has the project in scope swept beside the caller's work, unless this node did it a moment ago. */
    void soon() {
        ProjectId project = ProjectScope.current();
        Instant now = clock.instant();
        Instant last =
                swept.merge(project, now, (before, next) -> before.plus(EVERY).isAfter(next) ? before : next);
        if (last.equals(now)) {
            Thread.ofVirtual().name("sync-sweep").start(() -> ProjectScope.run(project, () -> sweep(now)));
        }
    }

    /** Sweeps the project in scope. */
    void sweep(Instant now) {
        while (transactions.write(tx -> logs.forgetSome(tx, now.minus(Restore.TOKEN_LIFE), AT_ONCE)) == AT_ONCE) {
            continue;
        }
        for (UUID old : transactions.read(tx -> prepared.from(tx, now.minus(PreparedRestores.KEPT), AT_ONCE))) {
            transactions.writing(tx -> prepared.drop(tx, old));
        }
    }
}
