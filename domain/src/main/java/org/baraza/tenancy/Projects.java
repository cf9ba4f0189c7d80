// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** The project of that name, seconds old at most; asking costs nothing on a device's way in. */
    public Optional<Project> byName(String name) {
        if (!ProjectRules.canBeName(name)) {
            return Optional.empty();
        }
        return byName.get(
                name, wanted -> transactions.readAs(Visibility.projectNamed(wanted), tx -> store.named(tx, wanted)));
    }

    public Optional<Project> byId(ProjectId id) {
        return transactions.readAs(Visibility.project(id), tx -> store.find(tx, id));
    }

    /** A page of the projects in which the web user is a member. */
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

    /** Writes a checked project in a transaction that sees its id; a name that is taken breaks the transaction. */
    public Project insert(Tx tx, ProjectId id, NewProject project, String createdBy) {
        tx.afterCommit(() -> byName.forget(project.name()));
        return store.insert(tx, id, project, createdBy, clock.instant());
    }
}
