// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;
import java.util.Set;
import org.baraza.paging.Cursor;

/**
 * A web user as a member of a project.
 *
 * @param roleName name of her role here, {@code Admin} for administrators
 * @param permissions what the role allows; all for administrators
 * @param active whether she is let into this project
 * @param userData what the project keeps of her
 * @param profile name of her profile of user data; empty without one
 */
public record Member(
        WebMember person,
        String roleName,
        Set<Permission> permissions,
        boolean active,
        Map<String, String> userData,
        String profile) {
    static final String LIST = "members";

    public Member {
        permissions = Set.copyOf(permissions);
        userData = Map.copyOf(userData);
    }

    /** Her place in the list. */
    public String cursor() {
        return Cursor.of(LIST, userId());
    }

    public String userId() {
        return person.userId();
    }

    /** Whether she may do everything here. */
    public boolean isAdmin() {
        return roleName.equals(Role.ADMIN);
    }
}
