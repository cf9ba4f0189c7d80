// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.baraza.memory.ShortMemory;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The project spaces of this server. */
public final class Projects {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    /** When to look again whether a project is frozen still. */
    public static final Duration THAW = Duration.ofMinutes(1);

    /** What programs are told that get nothing, as CommCare HQ says it (spec/21, section 10). */
    public static final String API_OFF = "API access has been temporarily cut off due to too many requests."
            + "  To re-enable, please contact support.";

    private static final int MOST_REMEMBERED = 20_000;

    private final Transactions transactions;
    private final Clock clock;
    private final ProjectStore store = new ProjectStore();
    private final ShortMemory<String, Optional<Project>> byName;

    public Projects(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.byName = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** The project of that name, if it is open, seconds old at most; asking costs nothing on a device's way in. */
    public Optional<Project> byName(String name) {
        if (!ProjectRules.canBeName(name)) {
            return Optional.empty();
        }
        return byName.get(
                name, wanted -> transactions.readAs(Visibility.projectNamed(wanted), tx -> store.named(tx, wanted)));
    }

    /** The project of that name, open or closed. */
    public Optional<Project> byNameEvenClosed(String name) {
        return ProjectRules.canBeName(name)
                ? transactions.readAs(Visibility.projectNamed(name), tx -> store.namedEvenClosed(tx, name))
                : Optional.empty();
    }

    /** Open or closed: what it accepted is worked on. */
    public Optional<Project> byId(ProjectId id) {
        return transactions.readAs(Visibility.project(id), tx -> store.find(tx, id));
    }

    /** As {@link #byId}, in a transaction of somebody else. */
    public Optional<Project> in(Tx tx, ProjectId id) {
        return store.find(tx, id);
    }

    /** A page of the open projects in which the web user is a member. */
    public Page<Project> ofMember(String userId, ProjectQuery query) {
        return transactions.readAs(Visibility.user(userId), tx -> store.ofMember(tx, userId, query));
    }

    /** As {@link #ofMember}, for a caller whose key opens only one of her projects. */
    public Page<Project> ofMember(String userId, ProjectId only, ProjectQuery query) {
        return transactions.readAs(Visibility.user(userId), tx -> store.ofMember(tx, userId, only, query));
    }

    /** Refuses what breaks the rules for project spaces. */
    public void check(NewProject project) {
        List<FieldError> broken = ProjectRules.broken(project);
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }

    /** Changes what people call a project and where its days begin; its name stays. */
    public Project update(Tx tx, ProjectId id, UnaryOperator<NewProject> change) {
        Project before = store.lock(tx, id).orElseThrow();
        NewProject wanted = change.apply(new NewProject(
                before.name(), before.displayName(), before.timeZone().getId()));
        check(wanted);
        tx.afterCommit(() -> byName.forget(before.name()));
        return store.update(tx, id, wanted);
    }

    /** Closes a project to everybody, or opens it again. */
    public void setActive(Tx tx, ProjectId id, boolean active) {
        Project project = store.setActive(tx, id, active);
        tx.afterCommit(() -> byName.forget(project.name()));
    }

    /** Switches something of a project on or off. */
    public void turn(Tx tx, ProjectId id, Switch which, boolean on) {
        Project before = store.lock(tx, id).orElseThrow();
        Set<Switch> switches = new HashSet<>(before.switches());
        if (on) {
            switches.add(which);
        } else {
            switches.remove(which);
        }
        store.setSwitches(tx, id, switches);
        tx.afterCommit(() -> byName.forget(before.name()));
    }

    /** The switch that stops what somebody comes to a project for, if one does; seconds old at most. */
    public Optional<Switch> stopping(String name, Errand errand) {
        return byName(name).flatMap(project -> project.stopping(errand));
    }

    /** Writes a checked project in a transaction that sees its id; a name that is taken breaks the transaction. */
    public Project insert(Tx tx, ProjectId id, NewProject project, String createdBy) {
        tx.afterCommit(() -> byName.forget(project.name()));
        return store.insert(tx, id, project, createdBy, clock.instant());
    }
}
