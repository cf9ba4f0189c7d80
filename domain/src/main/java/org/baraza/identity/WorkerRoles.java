// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Which roles mobile workers have, and who gives them. The role of new mobile workers is everybody's to give and to take
 * who keeps workers, as she gives it whenever she makes one; the others are hers whom they name.
 */
public final class WorkerRoles {
    private final Transactions transactions;
    private final RoleStore roles = new RoleStore();
    private final MobileWorkerStore workers = new MobileWorkerStore();

    public WorkerRoles(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Names of the roles of workers, by their ids. Needs {@code view_commcare_users} or {@code edit_commcare_users}. */
    public Map<String, String> of(ProjectAccess who, Collection<String> userIds) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> workers.roleNames(tx, who.project(), userIds));
    }

    /** Names of the roles that the caller may give to workers. Needs {@code edit_commcare_users}. */
    public List<String> given(ProjectAccess who) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        List<Role> all = transactions.read(tx -> roles.list(tx, who.project()));
        return all.stream()
                .filter(role -> !role.archived() && RoleRules.mayGiveToWorker(who, role, all))
                .map(Role::name)
                .toList();
    }

    /** The name of the role that a new worker gets. */
    static String nameOfNew(String name) {
        return name.isEmpty() ? DefaultRole.MOBILE_WORKER.title() : name;
    }

    /**
     * Refuses to let somebody act as a worker whose role she may not give, as a new password of that worker's would. Everybody
     * keeps her own.
     */
    void refuseAbove(Tx tx, ProjectAccess who, String userId) {
        if (!userId.equals(who.actor().userId())) {
            String role = workers.roleNames(tx, who.project(), List.of(userId)).getOrDefault(userId, "");
            refuseTaking(who, role, roles.list(tx, who.project()));
        }
    }

    /** The role that a new worker gets; an empty name stands for the role of all who are new. */
    UUID toNew(Tx tx, ProjectAccess who, String name) {
        String fresh = DefaultRole.MOBILE_WORKER.title();
        if (nameOfNew(name).equals(fresh)) {
            return roles.idOf(tx, who.project(), fresh)
                    .orElseThrow(() -> new Refused(
                            new Problem.Conflict("ROLE_MISSING", "The project has lost its role for mobile workers.")));
        }
        return chosen(who, name, roles.keep(tx, who.project())).roleId();
    }

    /** Gives a worker another role, if one is among the changes, and writes so into the entry. */
    AuditEntry give(Tx tx, ProjectAccess who, MobileWorker worker, List<WorkerChange> changes, AuditEntry entry) {
        AuditEntry after = entry;
        for (WorkerChange change : changes) {
            if (change instanceof WorkerChange.Role(var name)) {
                String before = workers.roleNames(tx, who.project(), List.of(worker.userId()))
                        .getOrDefault(worker.userId(), "");
                if (!name.equals(before)) {
                    List<Role> all = roles.keep(tx, who.project());
                    refuseTaking(who, before, all);
                    workers.setRole(
                            tx,
                            who.project(),
                            worker.userId(),
                            chosen(who, name, all).roleId());
                    after = after.change("role", before, name);
                }
            }
        }
        return after;
    }

    private static Role chosen(ProjectAccess who, String name, List<Role> all) {
        Role role = all.stream()
                .filter(one -> one.name().equals(name) && !one.archived())
                .findFirst()
                .orElseThrow(() -> GivenRoles.invalid("ROLE_UNKNOWN", "Role does not exist: " + name));
        if (!RoleRules.mayGiveToWorker(who, role, all)) {
            throw GivenRoles.notYours(role);
        }
        return role;
    }

    private static void refuseTaking(ProjectAccess who, String name, List<Role> all) {
        all.stream()
                .filter(role -> role.name().equals(name) && !RoleRules.mayGiveToWorker(who, role, all))
                .findFirst()
                .ifPresent(role -> {
                    throw GivenRoles.notYours(role);
                });
    }
}
