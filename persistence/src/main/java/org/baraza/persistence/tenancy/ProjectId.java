// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.util.UUID;

/** Identity of a project space: the tenant. */
public record ProjectId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
