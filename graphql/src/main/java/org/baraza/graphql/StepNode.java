// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.baraza.cases.CaseBlock;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.TransactionType;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A step in the history of a case; seen from its form, what that did to the case. */
record StepNode(ProjectAccess access, CaseTransaction step) implements InProject {

    /** What a step does. */
    enum Kind {
        FORM,
        CREATE,
        UPDATE,
        CLOSE,
        INDEX,
        ATTACHMENT,
        LEDGER,
        REBUILD,
        DELETE
    }

    private static final int REBUILDS = TransactionType.REBUILD_USER_REQUESTED
            | TransactionType.REBUILD_FORM_ARCHIVED
            | TransactionType.REBUILD_FORM_EDIT
            | TransactionType.REBUILD_FORM_REPROCESS;

    public int ordinal() {
        return step.ordinal();
    }

    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        add(kinds, Kind.FORM, TransactionType.FORM);
        add(kinds, Kind.CREATE, TransactionType.CASE_CREATE);
        add(kinds, Kind.CLOSE, TransactionType.CASE_CLOSE);
        add(kinds, Kind.INDEX, TransactionType.CASE_INDEX);
        add(kinds, Kind.ATTACHMENT, TransactionType.CASE_ATTACHMENT);
        add(kinds, Kind.LEDGER, TransactionType.LEDGER);
        add(kinds, Kind.REBUILD, REBUILDS);
        add(kinds, Kind.DELETE, TransactionType.DELETION);
        if (step.work().blocks().stream().anyMatch(CaseBlock::updates)) {
            kinds.add(Kind.UPDATE);
        }
        return kinds;
    }

    private void add(Set<Kind> kinds, Kind kind, int bits) {
        if ((step.type() & bits) != 0) {
            kinds.add(kind);
        }
    }

    public String caseId() {
        return step.caseId();
    }

    public @Nullable String formId() {
        return step.formId();
    }

    public Instant serverDate() {
        return step.serverDate();
    }

    public @Nullable Instant clientDate() {
        return step.clientDate();
    }

    public @Nullable String userId() {
        return step.userId();
    }

    public boolean revoked() {
        return step.revoked();
    }
}
