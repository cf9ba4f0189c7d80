// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The role that somebody gives to another, if she may. Only administrators make administrators. */
final class GivenRoles {
    private final RoleStore roles = new RoleStore();

    /** The role's id, or nothing for administrators. */
    Optional<UUID> given(Tx tx, ProjectAccess who, String name) {
        if (name.equals(Role.ADMIN)) {
            requireAdmin(who);
            return Optional.empty();
        }
        // Or a role could be archived between the look and the giving.
        List<Role> all = roles.lock(tx, who.project());
        Role role = all.stream()
                .filter(one -> one.name().equals(name) && !one.archived())
                .findFirst()
                .orElseThrow(() -> invalid("ROLE_UNKNOWN", "Role does not exist: " + name));
        if (!RoleRules.mayGive(who, role, all)) {
            throw notYours(role);
        }
        return Optional.of(role.roleId());
    }

    /** Administrators answer to each other only, and others as their roles say. */
    void refuseAbove(Tx tx, ProjectAccess who, Member member) {
        if (member.isAdmin()) {
            requireAdmin(who);
            return;
        }
        List<Role> all = roles.list(tx, who.project());
        all.stream()
                .filter(role -> role.name().equals(member.roleName()))
                .filter(role -> !RoleRules.mayGive(who, role, all))
                .findFirst()
                .ifPresent(role -> {
                    throw notYours(role);
                });
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }

    static Refused notYours(Role role) {
        return invalid("ROLE_NOT_YOURS", "Only administrators may give or take the role " + role.name() + ".");
    }

    static Refused invalid(String code, String message) {
        return new Refused(Problem.Invalid.field("role", code, message));
    }
}
