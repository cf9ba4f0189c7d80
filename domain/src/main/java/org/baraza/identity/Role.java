// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A named set of permissions in a project. Administrators have none: they may do everything.
 *
 * @param nonAdminEditable whether everybody who may edit web users may give it
 * @param assignableBy ids of the roles whose holders may give it too
 * @param archived whether it is kept for what it once allowed, and given to nobody
 */
public record Role(
        UUID roleId,
        String name,
        Set<Permission> permissions,
        boolean nonAdminEditable,
        List<UUID> assignableBy,
        boolean archived) {
    /** What administrators are called where a role is expected. */
    public static final String ADMIN = "Admin";

    public Role {
        assignableBy = List.copyOf(assignableBy);
    }

    /** A permission that this version does not know gives nothing. */
    static Set<Permission> permissions(String[] wireNames) {
        return Arrays.stream(wireNames)
                .map(Permission::ofWireName)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a member may do whose role has these permissions; without one she is an administrator. */
    static Set<Permission> permissions(Optional<UUID> roleId, String[] wireNames) {
        return roleId.isEmpty() ? Set.of(Permission.values()) : permissions(wireNames);
    }
}
