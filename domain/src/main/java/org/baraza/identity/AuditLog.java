// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The project's book of who did what, for its administrators. */
public final class AuditLog {
    private static final int MOST_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final AuditReadStore store = new AuditReadStore();

    public AuditLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Newest first. For administrators. */
    public Page<AuditEvent> list(ProjectAccess who, AuditQuery query) {
        requireAdmin(who);
        AuditQuery normal = query.actor() == null
                ? query
                : new AuditQuery(
                        who.bareName(query.actor()),
                        query.action(),
                        query.address(),
                        query.from(),
                        query.until(),
                        query.page());
        return transactions.read(tx -> store.list(tx, who.project(), normal));
    }

    /** All of it, page by page, so that none is held longer than it takes to send it. For administrators. */
    public void each(ProjectAccess who, AuditQuery query, Consumer<AuditEvent> reader) {
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Page<AuditEvent> page = list(
                    who,
                    new AuditQuery(
                            query.actor(),
                            query.action(),
                            query.address(),
                            query.from(),
                            query.until(),
                            new PageRequest(MOST_AT_ONCE, after.get(), false)));
            page.items().forEach(reader);
            after = page.more() ? Optional.of(page.items().getLast().cursor()) : Optional.empty();
        }
    }

    /** What was ever done here, by name. For administrators. */
    public List<String> actions(ProjectAccess who) {
        requireAdmin(who);
        return transactions.read(tx -> store.actions(tx, who.project()));
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }
}
