// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Keeps out the mobile workers whose day has come (spec/33, mobile worker settings: {@code deactivate_after}). Whoever is out,
 * by this or by somebody's hand, has no day any more, so that whoever is let in again stays.
 */
public final class DueWorkers {
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final WorkerObserver observer;
    private final MobileWorkerStore store = new MobileWorkerStore();
    private final WorkerLinkStore links = new WorkerLinkStore();

    public DueWorkers(
            Transactions transactions,
            Accounts accounts,
            Access access,
            Audit audit,
            Clock clock,
            WorkerObserver observer) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.observer = observer;
    }

    /** In the project in scope; what was done before a round was cut short stays done. */
    public void deactivate() {
        ProjectId project = ProjectScope.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int done = AT_ONCE;
        while (done == AT_ONCE) {
            done = transactions.write(tx -> some(tx, project, today));
        }
    }

    private int some(Tx tx, ProjectId project, LocalDate today) {
        List<MobileWorker> due = store.lockDue(tx, project, today, AT_ONCE);
        due.forEach(worker -> deactivate(tx, worker));
        return due.size();
    }

    private void deactivate(Tx tx, MobileWorker worker) {
        ProjectId project = worker.project();
        store.setActive(tx, project, worker.userId(), false);
        // Nor does a link let her in who has not chosen a password yet.
        links.end(tx, project, worker.userId(), clock.instant());
        if (!worker.active()) {
            return;
        }
        AuditEntry entry = AuditEntry.of("mobile_worker.deactivated", "mobile_worker", worker.userId())
                .with("username", worker.username());
        audit.recordOfServer(
                tx,
                project,
                worker.deactivateAfter()
                        .map(day -> entry.with("deactivate_after", day.toString()))
                        .orElse(entry));
        accounts.changed(tx, new LoginName.Worker(project, worker.username()));
        access.changed(tx, worker.userId(), project);
        observer.changed(tx, project, List.of(worker.userId()));
    }
}
