// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.KnownPeople;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Asks phones for their logs. Runs in the scope of a project. */
public final class LogRequests {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final LogRequestStore store = new LogRequestStore();

    public LogRequests(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has the phone of a person send its log at its next heartbeat. Needs {@code edit_commcare_users}. */
    public void request(ProjectAccess who, String userId, String deviceId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        transactions.writing(tx -> {
            if (!KnownPeople.knows(tx, who, userId) || !store.isDevice(tx, userId, deviceId)) {
                throw new Refused(new Problem.NotFound("device"));
            }
            store.put(tx, userId, deviceId, who.actor().userId(), clock.instant());
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("device_logs.requested", "user", userId).with("device", deviceId));
        });
    }

    /**
     * A log came that the phone was asked for.
     *
     * @param reportId id under which the report was kept
     */
    public void answered(ProjectAccess who, String reportId) {
        transactions.writing(tx -> store.answered(tx, who.actor().userId(), reportId));
    }
}
