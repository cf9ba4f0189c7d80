// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.cases.CaseBook;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.TransactionType;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Takes forms out of the data and puts them back in their place (device protocol: transactions and rebuild). Forms of other
 * locations than one may see are not there.
 */
public final class FormArchive {
    private final Transactions transactions;
    private final FormStateStore forms;
    private final CaseBookStore books;
    private final ChangeLog changes;
    private final Audit audit;
    private final Clock clock;

    public FormArchive(Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.forms = new FormStateStore();
        this.books = books;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the form did to cases no longer counts; a case that no other form contributes to is gone. */
    public void archive(ProjectAccess access, String formId) {
        move(access, formId, Move.ARCHIVE);
    }

    /** The reverse: the form counts again, at its old place in the histories. */
    public void unarchive(ProjectAccess access, String formId) {
        move(access, formId, Move.UNARCHIVE);
    }

    /** As {@link #archive(ProjectAccess, String)}, in a transaction of a job; false when it was archived already. */
    public boolean archive(Tx tx, ProjectAccess access, String formId) {
        return moves(tx, access, formId, Move.ARCHIVE);
    }

    /** As {@link #unarchive(ProjectAccess, String)}, in a transaction of a job; false when it counted already. */
    public boolean unarchive(Tx tx, ProjectAccess access, String formId) {
        return moves(tx, access, formId, Move.UNARCHIVE);
    }

    private boolean moves(Tx tx, ProjectAccess access, String formId, Move move) {
        access.require(Permission.EDIT_DATA);
        Instant now = clock.instant();
        FormState before = forms.lockState(tx, formId, Reach.owners(tx, access))
                .orElseThrow(() -> new Refused(new Problem.NotFound("form")));
        return before != moved(tx, access, formId, move, before, now);
    }

    private enum Move {
        ARCHIVE("archive", FormState.NORMAL, FormState.ARCHIVED, "NOT_NORMAL", "Only a normal form can be archived."),
        UNARCHIVE(
                "unarchive",
                FormState.ARCHIVED,
                FormState.NORMAL,
                "NOT_ARCHIVED",
                "Only an archived form can be put back.");

        private final String operation;
        private final FormState from;
        private final FormState to;
        private final String refusal;
        private final String explanation;

        Move(String operation, FormState from, FormState to, String refusal, String explanation) {
            this.operation = operation;
            this.from = from;
            this.to = to;
            this.refusal = refusal;
            this.explanation = explanation;
        }
    }

    private void move(ProjectAccess access, String formId, Move move) {
        access.require(Permission.EDIT_DATA);
        Conflicts.retrying(() -> transactions.write(tx -> moves(tx, access, formId, move)));
    }

    private FormState moved(Tx tx, ProjectAccess access, String formId, Move move, FormState state, Instant now) {
        if (state == move.to) {
            return state;
        }
        if (state != move.from) {
            throw new Refused(new Problem.Conflict(move.refusal, move.explanation));
        }
        Map<String, Integer> touched = revoke(tx, formId, move == Move.ARCHIVE, now);
        forms.move(tx, formId, move.to, move.operation, now, access.actor().userId());
        changes.append(tx, List.of(Change.form(formId, touched)));
        audit.record(tx, access, AuditEntry.of("form." + move.operation, "form", formId));
        return move.to;
    }

    /** @return numbers of the cases that it touches, by their ids */
    private Map<String, Integer> revoke(Tx tx, String formId, boolean revoked, Instant now) {
        Set<String> caseIds = books.casesOf(tx, formId);
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        CaseBook book = books.open(tx, caseIds, Set.of());
        Map<String, List<CaseTransaction>> histories = books.histories(tx, caseIds);
        book.revoke(formId, revoked, histories, TransactionType.REBUILD_FORM_ARCHIVED, now);
        books.store(tx, book);
        return book.numbers(caseIds);
    }
}
