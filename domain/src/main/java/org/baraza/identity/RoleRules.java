// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.identity.Permission.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.problem.Problem.FieldError;

/** Which permissions go together, what a role may be called, and who may give it. */
final class RoleRules {
    private static final int LONGEST_NAME = 255;

    /** What nobody has who does not reach all locations: it shows or changes what belongs to the whole project. */
    private static final Set<Permission> OF_THE_WHOLE_PROJECT = EnumSet.of(
            EDIT_WEB_USERS,
            VIEW_WEB_USERS,
            EDIT_GROUPS,
            VIEW_GROUPS,
            EDIT_APPS,
            VIEW_ROLES,
            EDIT_REPORTS,
            EDIT_BILLING,
            EDIT_DATA_DICT,
            VIEW_DATA_DICT);

    /** Whoever may edit may see. */
    private static final Map<Permission, Permission> SEEN_BY_EDITORS = Map.of(
            EDIT_WEB_USERS, VIEW_WEB_USERS,
            EDIT_COMMCARE_USERS, VIEW_COMMCARE_USERS,
            EDIT_GROUPS, VIEW_GROUPS,
            EDIT_LOCATIONS, VIEW_LOCATIONS,
            EDIT_DATA_DICT, VIEW_DATA_DICT,
            EDIT_APPS, VIEW_APPS);

    /** The first is of no use without the second. */
    private static final Map<Permission, Permission> NEEDED = Map.of(
            EDIT_USERS_IN_GROUPS, EDIT_GROUPS,
            EDIT_USERS_IN_LOCATIONS, EDIT_LOCATIONS);

    private RoleRules() {}

    /** The permissions that a role has of which these are wanted, as CommCare HQ settles them when a role is saved. */
    static Set<Permission> settled(Set<Permission> wanted) {
        Set<Permission> settled = EnumSet.noneOf(Permission.class);
        settled.addAll(wanted);
        if (!settled.contains(ACCESS_ALL_LOCATIONS)) {
            settled.removeAll(OF_THE_WHOLE_PROJECT);
        }
        SEEN_BY_EDITORS.forEach((edit, view) -> {
            if (settled.contains(edit)) {
                settled.add(view);
            }
        });
        NEEDED.forEach((permission, needed) -> {
            if (!settled.contains(needed)) {
                settled.remove(permission);
            }
        });
        if (settled.stream().noneMatch(permission -> permission == VIEW_REPORTS || permission.isOfAReport())) {
            settled.remove(DOWNLOAD_REPORTS);
        }
        return settled;
    }

    /** @param others the other roles of the project */
    static List<FieldError> broken(RoleWish wish, Collection<Role> others) {
        List<FieldError> errors = new ArrayList<>();
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !TextRules.isPlain(name)) {
            errors.add(new FieldError("name", "NAME_INVALID", "A role's name has 1 to 255 printable characters."));
        } else if (name.equalsIgnoreCase(Role.ADMIN)) {
            errors.add(new FieldError("name", "NAME_RESERVED", "Administrators are called so already."));
        } else if (others.stream().anyMatch(role -> role.name().equalsIgnoreCase(name))) {
            errors.add(nameTaken());
        }
        Set<java.util.UUID> known = new java.util.HashSet<>();
        others.forEach(role -> known.add(role.roleId()));
        if (!known.containsAll(wish.assignableBy())) {
            errors.add(new FieldError("assignableBy", "ROLE_UNKNOWN", "There is no such other role."));
        }
        return errors;
    }

    static FieldError nameTaken() {
        return new FieldError("name", "NAME_TAKEN", "There is a role of that name.");
    }

    /** Whether it is the role that new mobile workers get. */
    static boolean isForNewWorkers(Role role) {
        return role.name().equals(DefaultRole.MOBILE_WORKER.title());
    }

    /** Whether somebody who keeps mobile workers may give a role to them, and take it from them. */
    static boolean mayGiveToWorker(ProjectAccess who, Role role, Collection<Role> roles) {
        return isForNewWorkers(role) || mayGive(who, role, roles);
    }

    /** Whether somebody may give a role to others, and take it from them. */
    static boolean mayGive(ProjectAccess who, Role role, Collection<Role> roles) {
        return who.isAdmin()
                || role.nonAdminEditable()
                || roles.stream()
                        .filter(own -> own.name().equals(who.roleName()))
                        .anyMatch(own -> role.assignableBy().contains(own.roleId()));
    }
}
