// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The roles of a project. Only administrators change them: whoever may change a role may give herself everything. */
public final class Roles {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final RoleStore store = new RoleStore();

    public Roles(Transactions transactions, Access access, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them by name, archived ones too. Needs {@code view_roles}, or {@code edit_web_users} to give them. */
    public List<Role> list(ProjectAccess who) {
        who.requireEither(Permission.VIEW_ROLES, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.list(tx, who.project()));
    }

    /** How many people have each of the roles. Needs {@code view_roles}, or {@code edit_web_users}. */
    public Map<UUID, RoleUse> uses(ProjectAccess who, Collection<UUID> roleIds) {
        who.requireEither(Permission.VIEW_ROLES, Permission.EDIT_WEB_USERS);
        Map<UUID, RoleUse> uses = new HashMap<>(transactions.read(tx -> store.uses(tx, who.project(), roleIds)));
        roleIds.forEach(id -> uses.putIfAbsent(id, RoleUse.NONE));
        return uses;
    }

    public Role create(ProjectAccess who, RoleWish wish) {
        return changed(who, (tx, all) -> {
            if (all.size() >= MOST) {
                throw new Refused(new Problem.Conflict("TOO_MANY_ROLES", "A project has at most " + MOST + " roles."));
            }
            return insert(tx, who, wish, all, "role.created");
        });
    }

    /** Whoever has the role may do what it allows now, here at once and elsewhere within seconds. */
    public Role update(ProjectAccess who, UUID roleId, RoleWish wish) {
        return update(who, roleId, wish, before -> {});
    }

    /**
     * As {@link #update(ProjectAccess, UUID, RoleWish)}, for a role that was read before.
     *
     * @param check refuses when the role, which nobody else changes now, is not any more what it was
     */
    public Role update(ProjectAccess who, UUID roleId, RoleWish wish, Consumer<Role> check) {
        return changed(who, (tx, all) -> {
            Role before = one(all, roleId);
            check.accept(before);
            List<Role> others =
                    all.stream().filter(role -> !role.equals(before)).toList();
            refuse(RoleRules.broken(wish, others));
            if (RoleRules.isForNewWorkers(before) && !wish.name().strip().equals(before.name())) {
                throw new Refused(Problem.Invalid.field(
                        "name", "NAME_FIXED", "New mobile workers get this role by its name, so it keeps it."));
            }
            Role after = store.update(tx, who.project(), roleId, settled(wish));
            access.roleChanged(tx);
            audit.record(
                    tx,
                    who,
                    entry("role.changed", after)
                            .with("added", difference(after, before))
                            .with("removed", difference(before, after)));
            return after;
        });
    }

    /** Makes another role that allows the same. */
    public Role copy(ProjectAccess who, UUID roleId, String name) {
        return changed(who, (tx, all) -> {
            Role model = one(all, roleId);
            RoleWish wish = new RoleWish(name, model.permissions(), model.nonAdminEditable(), model.assignableBy());
            return insert(tx, who, wish, all, "role.copied");
        });
    }

    /** Keeps a role that nobody has from being given, or lets it be given again. */
    public Role setArchived(ProjectAccess who, UUID roleId, boolean archived) {
        return changed(who, (tx, all) -> {
            Role role = one(all, roleId);
            if (archived) {
                refuseForWorkers(role);
                refuseInUse(!store.uses(tx, who.project(), List.of(roleId))
                        .getOrDefault(roleId, RoleUse.NONE)
                        .isNone());
            }
            Role after = store.setArchived(tx, who.project(), roleId, archived ? clock.instant() : null);
            access.roleChanged(tx);
            audit.record(tx, who, entry(archived ? "role.archived" : "role.restored", after));
            return after;
        });
    }

    /** Takes away a role that nobody has and nobody had. */
    public Role delete(ProjectAccess who, UUID roleId) {
        return changed(who, (tx, all) -> {
            Role role = one(all, roleId);
            refuseForWorkers(role);
            refuseInUse(store.wasGiven(tx, who.project(), roleId));
            store.delete(tx, who.project(), roleId);
            access.roleChanged(tx);
            audit.record(tx, who, entry("role.deleted", role));
            return role;
        });
    }

    /** What is done to roles, one after the other in each project. */
    @FunctionalInterface
    private interface Change {
        Role made(Tx tx, List<Role> all);
    }

    private Role changed(ProjectAccess who, Change change) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        try {
            return transactions.write(tx -> change.made(tx, store.lock(tx, who.project())));
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(new Problem.Invalid(List.of(RoleRules.nameTaken())));
            }
            throw failure;
        }
    }

    private Role insert(Tx tx, ProjectAccess who, RoleWish wish, List<Role> others, String action) {
        refuse(RoleRules.broken(wish, others));
        Role made = store.insert(tx, who.project(), settled(wish));
        audit.record(tx, who, entry(action, made).with("permissions", names(made.permissions())));
        return made;
    }

    private static RoleWish settled(RoleWish wish) {
        return new RoleWish(
                wish.name().strip(),
                RoleRules.settled(wish.permissions()),
                wish.nonAdminEditable(),
                wish.assignableBy());
    }

    private static Role one(List<Role> all, UUID roleId) {
        return all.stream()
                .filter(role -> role.roleId().equals(roleId))
                .findFirst()
                .orElseThrow(() -> new Refused(new Problem.NotFound("role")));
    }

    private static void refuseForWorkers(Role role) {
        if (RoleRules.isForNewWorkers(role)) {
            throw new Refused(new Problem.Conflict("ROLE_NEEDED", "New mobile workers get this role."));
        }
    }

    private static void refuseInUse(boolean used) {
        if (used) {
            throw new Refused(new Problem.Conflict("ROLE_IN_USE", "There are people who have this role, or had it."));
        }
    }

    private static AuditEntry entry(String action, Role role) {
        return AuditEntry.of(action, "role", role.roleId().toString()).with("name", role.name());
    }

    private static String difference(Role role, Role other) {
        Set<Permission> only = new java.util.HashSet<>(role.permissions());
        only.removeAll(other.permissions());
        return names(only);
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::wireName).sorted().collect(joining(", "));
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}
