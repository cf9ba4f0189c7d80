// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;
import java.util.Set;

/**
 * A web user as a member of a project.
 *
 * @param roleName name of her role here, {@code Admin} for administrators
 * @param permissions what the role allows; all for administrators
 * @param active whether she is let into this project
 * @param userData what the project keeps of her
 */
public record Member(
        WebMember person, String roleName, Set<Permission> permissions, boolean active, Map<String, String> userData) {
    public Member {
        permissions = Set.copyOf(permissions);
        userData = Map.copyOf(userData);
    }

    public String userId() {
        return person.userId();
    }

    /** Whether she may do everything here. */
    public boolean isAdmin() {
        return roleName.equals(Role.ADMIN);
    }
}
