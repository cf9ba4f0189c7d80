// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.cases.LedgerValue;
import org.baraza.identity.ProjectAccess;

/** The stock of one thing that a case has. */
record LedgerNode(ProjectAccess access, LedgerValue ledger) implements InProject {
    public String sectionId() {
        return ledger.sectionId();
    }

    public String entryId() {
        return ledger.entryId();
    }

    public String balance() {
        return ledger.balance().toPlainString();
    }

    public Instant modifiedOn() {
        return ledger.modifiedOn();
    }
}
