// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The project's book of who did what, for its administrators. */
public final class AuditLog {
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
