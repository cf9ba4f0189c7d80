// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.SetAsideChanges;
import org.baraza.persistence.changes.SetAsideChanges.SetAside;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Changes of the project in scope that forwarding could not digest: nothing was sent of them. Needs {@code edit_motech}. */
public final class Poison {
    private static final String LIST = "set-aside-changes";
    private static final String ID = "change-";

    private final Transactions transactions;
    private final ChangeFeed feed;
    private final Registration registration;
    private final Audit audit;
    private final SetAsideChanges store = new SetAsideChanges();

    public Poison(Transactions transactions, ChangeFeed feed, Registration registration, Audit audit) {
        this.transactions = transactions;
        this.feed = feed;
        this.registration = registration;
        this.audit = audit;
    }

    /** Newest first. */
    public Page<SetAside> list(ProjectAccess who, PageRequest page) {
        who.require(Permission.EDIT_MOTECH);
        long before = page.after().isEmpty()
                ? Long.MAX_VALUE
                : Cursor.read(page.after(), LIST, 1).largeNumber(0);
        return transactions.read(tx ->
                Page.of(store.page(tx, Registration.CONSUMER, before, page.first() + 1), page, () ->
                        (long) store.count(tx, Registration.CONSUMER)));
    }

    /** How people name it. */
    public static String id(SetAside one) {
        return ID + one.change().position();
    }

    /** Its place in the list. */
    public static String cursor(SetAside one) {
        return Cursor.of(LIST, one.change().position());
    }

    /** Tries a change once more, and notes who did it; it stays where it is if that fails. */
    public void retry(ProjectAccess who, String changeId) {
        who.require(Permission.EDIT_MOTECH);
        long position = position(changeId);
        transactions.writing(tx -> {
            if (!store.isThere(tx, Registration.CONSUMER, position)) {
                throw notFound();
            }
            audit.record(tx, who, AuditEntry.of("forwarding_change.retried", "change", changeId));
        });
        if (!feed.retry(Registration.CONSUMER, ProjectScope.current(), position, registration)) {
            throw new Refused(new Problem.Conflict("STILL_FAILING", "It failed again; the reason is in the list."));
        }
    }

    /** Gives a change up: nothing is ever sent of it. */
    public void drop(ProjectAccess who, String changeId) {
        who.require(Permission.EDIT_MOTECH);
        transactions.writing(tx -> {
            if (!store.drop(tx, Registration.CONSUMER, position(changeId))) {
                throw notFound();
            }
            audit.record(tx, who, AuditEntry.of("forwarding_change.dropped", "change", changeId));
        });
    }

    private static long position(String changeId) {
        try {
            return changeId.startsWith(ID) ? Long.parseLong(changeId.substring(ID.length())) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("change"));
    }
}
