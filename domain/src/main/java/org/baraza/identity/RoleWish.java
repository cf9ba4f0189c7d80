// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What an administrator wants a role to be.
 *
 * @param nonAdminEditable whether everybody who may edit web users may give it
 * @param assignableBy ids of the roles whose holders may give it too
 */
public record RoleWish(String name, Set<Permission> permissions, boolean nonAdminEditable, List<UUID> assignableBy) {
    public RoleWish {
        permissions = Set.copyOf(permissions);
        assignableBy = List.copyOf(assignableBy);
    }
}
