// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** How people may sign in to a project; what is known of it is seconds old at most. */
public final class ProjectSecurity {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 10_000;

    private final Transactions transactions;
    private final Audit audit;
    private final DigestStore store = new DigestStore();
    private final ShortMemory<ProjectId, Boolean> digest;

    public ProjectSecurity(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.digest = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Whether HTTP Digest opens the project; it does not unless somebody allowed it. */
    public boolean allowsDigest(ProjectId project) {
        return digest.get(project, key -> transactions.readAs(Visibility.project(key), tx -> store.isAllowed(tx, key)));
    }

    /** As {@link #allowsDigest}, for administrators. */
    public boolean digestAllowed(ProjectAccess who) {
        requireAdmin(who);
        return transactions.read(tx -> store.isAllowed(tx, who.project()));
    }

    /**
     * Allows HTTP Digest, or no more. Passwords are kept in a way that Digest needs only while it is allowed: those that
     * are set from now on, and the others when they are next used. For administrators.
     */
    public void allowDigest(ProjectAccess who, boolean allowed) {
        requireAdmin(who);
        transactions.writing(tx -> {
            store.allow(tx, who.project(), allowed);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of(
                                    "project_security.changed",
                                    "project",
                                    who.project().toString())
                            .with("digest_allowed", Boolean.toString(allowed)));
            tx.afterCommit(() -> digest.forget(who.project()));
        });
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.roleName().equals(Role.ADMIN)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }
}
