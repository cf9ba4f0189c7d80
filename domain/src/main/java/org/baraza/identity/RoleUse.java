// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** How many people have a role. */
public record RoleUse(int members, int workers) {
    /** Nobody. */
    static final RoleUse NONE = new RoleUse(0, 0);

    public boolean isNone() {
        return members == 0 && workers == 0;
    }
}
