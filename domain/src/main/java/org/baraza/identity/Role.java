// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A named set of permissions in a project. Administrators have none: they may do everything. */
public record Role(UUID roleId, String name, Set<Permission> permissions) {
    /** What administrators are called where a role is expected. */
    public static final String ADMIN = "Admin";

    /** A permission that this version does not know gives nothing. */
    static Set<Permission> permissions(String[] wireNames) {
        return Arrays.stream(wireNames)
                .map(Permission::ofWireName)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
