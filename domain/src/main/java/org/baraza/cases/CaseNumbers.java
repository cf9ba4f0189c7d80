// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Gives out case numbers from blocks that this node leases in short transactions of their own. A number is never given
 * twice; a stopped node leaves a gap.
 */
public final class CaseNumbers {
    private static final int BLOCK = 1_000;

    private final Transactions transactions;
    private final CaseNumberStore store;
    private final Map<ProjectId, Lease> leases = new ConcurrentHashMap<>();

    public CaseNumbers(Transactions transactions, CaseNumberStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * Makes sure that so many numbers can be taken for the project in scope without touching the database. Call it
     * before the transaction that takes them: a second connection while holding one could starve the pool.
     */
    public void reserve(int count) {
        Lease lease = leases.computeIfAbsent(ProjectScope.current(), project -> new Lease());
        synchronized (lease) {
            if (lease.left() < count) {
                int size = Math.max(BLOCK, count);
                lease.begin(transactions.write(tx -> store.lease(tx, size)), size);
            }
        }
    }

    /** The next number of the project in scope. */
    int next() {
        Lease lease = leases.computeIfAbsent(ProjectScope.current(), project -> new Lease());
        synchronized (lease) {
            return lease.next();
        }
    }

    private static final class Lease {
        private int next;
        private int end;

        int left() {
            return end - next;
        }

        void begin(int first, int size) {
            next = first;
            end = first + size;
        }

        int next() {
            if (next == end) {
                throw new IllegalStateException("case numbers were not reserved");
            }
            return next++;
        }
    }
}
