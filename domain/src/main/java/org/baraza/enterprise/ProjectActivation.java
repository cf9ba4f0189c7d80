// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;

/**
 * Closes project spaces, and opens them again: to phones, programs and people a closed one is not there (spec/33, section 1).
 * Nothing in it is lost, what it accepted is worked on, and phones keep what they could not send until they can. Whoever runs the
 * server also switches off parts of them.
 */
public final class ProjectActivation {
    private final Transactions transactions;
    private final Projects projects;
    private final Audit audit;
    private final EnterpriseBook book;
    private final EnterpriseStore store = new EnterpriseStore();

    public ProjectActivation(Transactions transactions, Projects projects, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.audit = audit;
        this.book = new EnterpriseBook(clock);
    }

    /** A project of the account, by its name. */
    public void set(AccountAccess who, String projectName, boolean active) {
        AccountProject project =
                transactions.readAs(Visibility.account(who.accountId()), tx -> named(tx, who, projectName));
        Visibility both = Visibility.account(who.accountId()).and(Visibility.project(project.project()));
        transactions.writingAs(both, tx -> {
            named(tx, who, projectName);
            set(tx, project.project(), who.actor(), active);
            book.record(
                    tx, who, active ? "project.activated" : "project.deactivated", Map.of("project", project.name()));
        });
    }

    private AccountProject named(Tx tx, AccountAccess who, String name) {
        return store.projects(tx, who.accountId()).stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("The account has no such project space."));
    }

    /** Any project, by its name. For whoever runs the server. */
    public void set(WebUser who, String projectName, boolean active) {
        Project project = any(who, projectName);
        transactions.writingAs(Visibility.project(project.id()), tx -> set(tx, project.id(), who, active));
    }

    /** Switches something of any project on or off, by its name. For whoever runs the server. */
    public void turn(WebUser who, String projectName, Switch which, boolean on) {
        Project project = any(who, projectName);
        transactions.writingAs(Visibility.project(project.id()), tx -> {
            projects.turn(tx, project.id(), which, on);
            audit.record(
                    tx,
                    project.id(),
                    who,
                    AuditEntry.of(
                                    on ? "project.stopped" : "project.resumed",
                                    "project",
                                    project.id().toString())
                            .with("switch", which.name()));
        });
    }

    private Project any(WebUser who, String name) {
        Operators.require(who);
        return projects.byNameEvenClosed(name).orElseThrow(() -> unknown("There is no such project space."));
    }

    private void set(Tx tx, ProjectId project, WebUser who, boolean active) {
        projects.setActive(tx, project, active);
        String action = active ? "project.activated" : "project.deactivated";
        audit.record(tx, project, who, AuditEntry.of(action, "project", project.toString()));
    }

    private static Refused unknown(String message) {
        return new Refused(Problem.Invalid.field("project", "PROJECT_UNKNOWN", message));
    }
}
