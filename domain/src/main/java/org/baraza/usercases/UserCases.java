// SPDX-License-Identifier: Apache-2.0
package org.baraza.usercases;

import java.util.Collection;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerObserver;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Whether a project has a case about each of its mobile workers; who changes is marked as due. Any member may know the
 * setting; changing it needs {@code edit_apps}.
 */
public final class UserCases implements WorkerObserver {
    private final Transactions transactions;
    private final Audit audit;
    private final Runnable nudge;
    private final UserCaseStore store = new UserCaseStore();

    /** @param nudge called when somebody became due */
    public UserCases(Transactions transactions, Audit audit, Runnable nudge) {
        this.transactions = transactions;
        this.audit = audit;
        this.nudge = nudge;
    }

    /** Of the project in scope. */
    public boolean areEnabled() {
        return transactions.read(store::isEnabled);
    }

    /** When they are switched on, everybody gets hers; when they are switched off, those that are there stay as they are. */
    public boolean setEnabled(ProjectAccess who, boolean enabled) {
        who.require(Permission.EDIT_APPS);
        transactions.writing(tx -> {
            store.setEnabled(tx, who.project(), enabled);
            if (enabled) {
                store.markAll(tx);
                tx.afterCommit(nudge);
            }
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("user_cases.set", "project", who.projectName())
                            .with("enabled", Boolean.toString(enabled)));
        });
        return enabled;
    }

    @Override
    public void changed(Tx tx, ProjectId project, Collection<String> userIds) {
        if (store.isEnabled(tx)) {
            store.mark(tx, userIds);
            tx.afterCommit(nudge);
        }
    }
}
