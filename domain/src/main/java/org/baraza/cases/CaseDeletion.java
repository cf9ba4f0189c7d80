// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Takes cases out of lists and restores, and brings them back. Their histories stay and get a step of their own. */
public final class CaseDeletion {
    private final Transactions transactions;
    private final CaseBookStore books;
    private final ChangeLog changes;
    private final Audit audit;
    private final Clock clock;

    public CaseDeletion(Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Deletes; a case that a person deleted already stays as it is. Needs {@code edit_data}. */
    public void delete(ProjectAccess access, String caseId) {
        access.require(Permission.EDIT_DATA);
        transactions.writing(tx -> {
            CaseBook book = open(tx, caseId);
            if (seen(book, caseId, Reach.owners(tx, access)).deletionId() == null) {
                book.delete(caseId, UUID.randomUUID().toString(), access.actor().userId(), clock.instant());
                store(tx, access, book, caseId, "case.deleted");
            }
        });
    }

    /** Brings back as its forms left it; a case that is there stays as it is. Needs {@code edit_data}. */
    public void undelete(ProjectAccess access, String caseId) {
        access.require(Permission.EDIT_DATA);
        transactions.writing(tx -> {
            CaseBook book = open(tx, caseId);
            CaseState state = seen(book, caseId, Reach.owners(tx, access));
            if (!state.deleted()) {
                return;
            }
            List<CaseTransaction> history = books.histories(tx, Set.of(caseId)).getOrDefault(caseId, List.of());
            if (history.stream().noneMatch(CaseTransaction::contributes)) {
                throw new Refused(new Problem.Conflict(
                        "NO_FORM_LEFT", "Every form of this case is archived; put one of them back instead."));
            }
            book.undelete(caseId, history, access.actor().userId(), clock.instant());
            store(tx, access, book, caseId, "case.undeleted");
        });
    }

    private CaseBook open(Tx tx, String caseId) {
        return books.open(tx, Set.of(caseId), Set.of());
    }

    /** A case of other locations than she may see is not there. */
    static CaseState seen(CaseBook book, String caseId, Optional<Set<String>> owners) {
        CaseState state = locked(book, caseId);
        if (owners.isPresent() && !owners.get().contains(state.ownerId())) {
            throw new Refused(new Problem.NotFound("case"));
        }
        return state;
    }

    private static CaseState locked(CaseBook book, String caseId) {
        return book.stored(caseId).orElseThrow(() -> new Refused(new Problem.NotFound("case")));
    }

    private void store(Tx tx, ProjectAccess access, CaseBook book, String caseId, String action) {
        books.store(tx, book);
        changes.append(tx, List.of(Change.ofCase(caseId, locked(book, caseId).caseNo())));
        audit.record(tx, access, AuditEntry.of(action, "case", caseId));
    }
}
