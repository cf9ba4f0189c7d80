// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Reach;

/** Folds single cases again from their histories, because somebody asks for it (device protocol: transactions and rebuild). */
public final class CaseRepair {
    private final Transactions transactions;
    private final CaseBookStore books;
    private final ChangeLog changes;
    private final Audit audit;
    private final Clock clock;

    public CaseRepair(Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does again what all forms that count did to the case. Every phone gets it at its next sync, also when nothing
     * changed. Needs {@code edit_data}.
     *
     * @return whether its fields, properties or links are others now
     */
    public boolean rebuild(ProjectAccess access, String caseId) {
        access.require(Permission.EDIT_DATA);
        return Conflicts.retrying(() -> transactions.write(tx -> {
            CaseBook book = books.open(tx, Set.of(caseId), Set.of());
            CaseState before = CaseDeletion.seen(book, caseId, Reach.owners(tx, access));
            List<CaseTransaction> history = books.histories(tx, Set.of(caseId)).getOrDefault(caseId, List.of());
            CaseState after = book.rebuild(caseId, history, clock.instant());
            books.store(tx, book);
            changes.append(tx, List.of(Change.ofCase(caseId, after.caseNo())));
            audit.record(tx, access, AuditEntry.of("case.rebuilt", "case", caseId));
            return !after.saysTheSameAs(before);
        }));
    }
}
