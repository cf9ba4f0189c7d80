// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;

/** What was sent from the project in scope, and what came back, for 90 days. Needs {@code edit_motech}. */
public final class RequestLog {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Transactions transactions;
    private final Clock clock;
    private final RequestStore store = new RequestStore();
    private final RecordStore records = new RecordStore();

    public RequestLog(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Page<SentRequest> list(ProjectAccess who, RequestQuery query) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.page(tx, query));
    }

    /**
     * Forgets what is older, what was kept of records that ended as long ago, and what belonged to forwarders that were deleted; a
     * little in each transaction.
     */
    public void sweep() {
        Instant before = clock.instant().minus(KEPT);
        while (transactions.write(tx -> store.sweep(tx, before))) {
            Thread.onSpinWait();
        }
        while (transactions.write(tx -> records.letGo(tx, before))) {
            Thread.onSpinWait();
        }
        while (transactions.write(records::sweep)) {
            Thread.onSpinWait();
        }
    }
}
