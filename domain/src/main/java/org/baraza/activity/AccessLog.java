// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Who came into a project, for its administrators. */
public final class AccessLog {
    private static final int MOST_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Duration kept;
    private final Clock clock;
    private final AccessEventStore store = new AccessEventStore();

    /** @param kept how long rows are kept */
    public AccessLog(Transactions transactions, Duration kept, Clock clock) {
        this.transactions = transactions;
        this.kept = kept;
        this.clock = clock;
    }

    /** Newest first. For administrators. */
    public Page<AccessEvent> list(ProjectAccess who, AccessQuery query) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        AccessQuery normal = new AccessQuery(
                query.username().map(who::bareName),
                query.address().map(String::strip),
                query.from(),
                query.until(),
                query.page());
        return transactions.readAs(Visibility.project(who.project()), tx -> store.page(tx, who.project(), normal));
    }

    /** All of them, page by page, so that none is held longer than it takes to send it. For administrators. */
    public void each(ProjectAccess who, AccessQuery query, Consumer<AccessEvent> reader) {
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Page<AccessEvent> page = list(
                    who,
                    new AccessQuery(
                            query.username(),
                            query.address(),
                            query.from(),
                            query.until(),
                            new PageRequest(MOST_AT_ONCE, after.get(), false)));
            page.items().forEach(reader);
            after = page.more() ? Optional.of(page.items().getLast().cursor()) : Optional.empty();
        }
    }

    /** Lets go of what was kept long enough, in all projects. */
    public void sweep() {
        Instant before = clock.instant().minus(kept);
        int gone;
        do {
            gone = transactions.writeAs(
                    Visibility.server("activity"), tx -> store.deleteBefore(tx, before, MOST_AT_ONCE));
        } while (gone == MOST_AT_ONCE);
    }
}
