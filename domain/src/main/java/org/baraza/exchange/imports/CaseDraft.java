// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.CLOSE;
import static org.baraza.exchange.imports.ImportColumns.DATE_OPENED;
import static org.baraza.exchange.imports.ImportColumns.EXTERNAL_ID;
import static org.baraza.exchange.imports.ImportColumns.NAME;
import static org.baraza.exchange.imports.ImportColumns.PARENT_REF;
import static org.baraza.exchange.imports.ImportColumns.PARENT_RELATIONSHIP;

import java.util.Optional;
import java.util.UUID;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseState;
import org.baraza.cases.Relationship;
import org.baraza.exchange.work.Effect;
import org.baraza.xml.Timestamps;

/**
 * What is to become of the case of a row. Pure.
 *
 * @param effect that it will have
 */
record CaseDraft(ImportRow row, CaseChange change, Effect effect) {
    private static final String PARENT = "parent";
    private static final String CASE_NAME = "case_name";

    /** @param owner whom the row names, else who imports */
    static CaseDraft creation(ImportRow row, ImportPlan plan, String owner, Optional<CaseState> parent) {
        CaseChange change = CaseChange.create(
                UUID.randomUUID().toString(), plan.caseType(), row.says(NAME).orElse(""), owner);
        return new CaseDraft(row, filled(change, row, parent), Effect.CREATED);
    }

    /** @param owner whom the row names; empty when it names nobody */
    static CaseDraft update(ImportRow row, CaseState before, Optional<String> owner, Optional<CaseState> parent) {
        CaseChange change = filled(CaseChange.update(before.caseId()), row, parent);
        if (owner.isPresent()) {
            change = change.ownedBy(owner.get());
        }
        String name = row.special().get(NAME);
        if (name != null) {
            change = change.set(CASE_NAME, name);
        }
        boolean closes = row.says(CLOSE).filter("yes"::equals).isPresent();
        return new CaseDraft(row, closes ? change.closing() : change, Effect.UPDATED);
    }

    private static CaseChange filled(CaseChange begun, ImportRow row, Optional<CaseState> parent) {
        CaseChange change = begun.set(row.properties());
        Optional<String> externalId = row.says(EXTERNAL_ID);
        if (externalId.isPresent()) {
            change = change.externalId(externalId.get());
        }
        Optional<String> opened = row.says(DATE_OPENED);
        if (opened.isPresent()) {
            if (Timestamps.parse(opened.get()).isEmpty()) {
                throw RowTrouble.INVALID_DATE.in(DATE_OPENED);
            }
            change = change.set(DATE_OPENED, opened.get());
        }
        return parent.isPresent() ? linked(change, row, parent.get()) : change;
    }

    /** An extension needs a name for its link, as in CommCare HQ. */
    private static CaseChange linked(CaseChange change, ImportRow row, CaseState parent) {
        Optional<String> identifier = row.says(PARENT_REF);
        return switch (row.says(PARENT_RELATIONSHIP).orElse("child")) {
            case "child" -> change.link(identifier.orElse(PARENT), parent.type(), parent.caseId(), Relationship.CHILD);
            case "extension" ->
                change.link(
                        identifier.orElseThrow(() -> RowTrouble.INVALID_PARENT_ID.in(PARENT_REF)),
                        parent.type(),
                        parent.caseId(),
                        Relationship.EXTENSION);
            default -> throw RowTrouble.INVALID_PARENT_ID.in(PARENT_RELATIONSHIP);
        };
    }

    /** The external id that the case will have, if the row says. */
    Optional<String> externalId() {
        return row.says(EXTERNAL_ID);
    }
}
