// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** The project's book of who did what, written in the transaction that does it: either both happen or neither. */
public final class Audit {
    private final EventStore store = new EventStore();

    public void record(Tx tx, ProjectAccess who, AuditEntry entry) {
        store.add(tx, who, entry);
    }

    /** What the server did by itself. */
    public void recordOfServer(Tx tx, ProjectId project, AuditEntry entry) {
        store.addOfServer(tx, project, entry);
    }

    /** By somebody who is no member, or not yet. */
    public void record(Tx tx, ProjectId project, Actor who, AuditEntry entry) {
        store.add(tx, project, who, entry);
    }
}
