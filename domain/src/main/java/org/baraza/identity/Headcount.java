// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;

/** How many mobile workers of a project are active, as it was a minute ago at most. */
public final class Headcount {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 20_000;

    private final Transactions transactions;
    private final PeopleStore store = new PeopleStore();
    private final ShortMemory<ProjectId, Integer> recent;

    public Headcount(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** By mobile_worker_by_activity. */
    public int activeWorkers(ProjectId project) {
        return recent.get(
                project,
                wanted -> transactions.readAs(Visibility.project(wanted), tx -> store.countWorkers(tx, wanted)));
    }
}
