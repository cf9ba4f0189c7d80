// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.MobileWorker;
import org.baraza.identity.Actor.WebUser;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/** Who may enter which project, and with which permissions; seconds old at most. */
public final class Access {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 100_000;

    private record Way(String userId, ProjectId project) {}

    private record KeyRole(UUID roleId, ProjectId project) {}

    private final Transactions transactions;
    private final Projects projects;
    private final AccessStore store = new AccessStore();
    private final ShortMemory<Way, Optional<AccessStore.Rights>> recent;
    private final ShortMemory<KeyRole, Optional<AccessStore.Rights>> recentRoles;

    public Access(Transactions transactions, Projects projects, Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
        this.recentRoles = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Empty when there is no such project or she is not a member: she is not told which. */
    public Optional<ProjectAccess> to(Actor actor, String projectName) {
        return projects.byName(projectName).flatMap(project -> to(actor, project));
    }

    /** Empty when she is not a member, or the key she uses is for another project. */
    public Optional<ProjectAccess> to(Actor actor, Project project) {
        if (!reaches(actor, project.id())) {
            return Optional.empty();
        }
        return recent.get(new Way(actor.userId(), project.id()), way -> rights(actor, way.project()))
                .flatMap(own -> limited(actor, project.id(), own))
                .map(rights -> new ProjectAccess(
                        project.id(), project.name(), actor, rights.roleName(), rights.permissions()));
    }

    /** A key with a role of its own gives what that role allows, and never what its user may not do. */
    private Optional<AccessStore.Rights> limited(Actor actor, ProjectId project, AccessStore.Rights own) {
        return actor instanceof WebUser user && user.asRole().isPresent()
                ? recentRoles
                        .get(new KeyRole(user.asRole().get(), project), this::rights)
                        .map(role -> role.within(own))
                : Optional.of(own);
    }

    private Optional<AccessStore.Rights> rights(KeyRole role) {
        return transactions.readAs(Visibility.project(role.project), tx -> store.ofRole(tx, role.project, role.roleId));
    }

    private static boolean reaches(Actor actor, ProjectId project) {
        return switch (actor) {
            case WebUser user ->
                user.onlyProject().isEmpty() || user.onlyProject().get().equals(project);
            case MobileWorker worker -> worker.project().equals(project);
        };
    }

    private Optional<AccessStore.Rights> rights(Actor actor, ProjectId project) {
        return switch (actor) {
            case WebUser user ->
                transactions
                        .readAs(Visibility.project(project), tx -> store.ofMember(tx, project, user.userId()))
                        .or(() -> inherited(user, project));
            case MobileWorker worker ->
                transactions.readAs(Visibility.project(project), tx -> store.ofWorker(tx, project, worker.userId()));
        };
    }

    /**
     * Who is no member may be one of the project whose members act here too, with the role that she has there: both are of
     * one enterprise account (spec: usernames and membership). Who was kept out of this project stays out.
     */
    private Optional<AccessStore.Rights> inherited(WebUser user, ProjectId project) {
        return transactions
                .readAs(Visibility.project(project), tx -> store.sourceFor(tx, project, user.userId()))
                .flatMap(source -> transactions.readAs(
                        Visibility.user(user.userId()), tx -> store.ofMember(tx, source, user.userId())));
    }

    /** For every transaction that changes what somebody may do: this node must not remember it differently. */
    void changed(Tx tx, String userId, ProjectId project) {
        tx.afterCommit(() -> recent.forget(new Way(userId, project)));
    }

    /** For every transaction that changes whose members act where. */
    public void changedEverywhere(Tx tx) {
        roleChanged(tx);
    }

    /** For every transaction that changes what a role allows: whoever has it may do something else now. */
    void roleChanged(Tx tx) {
        tx.afterCommit(recent::forgetAll);
        tx.afterCommit(recentRoles::forgetAll);
    }
}
