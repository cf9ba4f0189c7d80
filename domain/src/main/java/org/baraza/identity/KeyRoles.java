// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import org.baraza.persistence.tenancy.Tx;

/**
 * Which roles somebody may give to a key of hers: her own and those that she may give to others, or a key would be the
 * way to what she may not do.
 */
final class KeyRoles {
    private final RoleStore store = new RoleStore();

    List<Role> of(Tx tx, ProjectAccess who) {
        List<Role> all = store.list(tx, who.project());
        return all.stream()
                .filter(role -> !role.archived())
                .filter(role -> role.name().equals(who.roleName()) || RoleRules.mayGive(who, role, all))
                .toList();
    }
}
