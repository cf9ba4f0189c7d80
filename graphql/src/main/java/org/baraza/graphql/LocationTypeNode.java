// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.places.LocationType;
import org.jspecify.annotations.Nullable;

/** A level of the organisation. */
record LocationTypeNode(LocationType type) {
    public int number() {
        return type.number();
    }

    public String name() {
        return type.name();
    }

    public String code() {
        return type.code();
    }

    public @Nullable String parentCode() {
        return type.parentCode().isEmpty() ? null : type.parentCode();
    }

    public boolean administrative() {
        return type.administrative();
    }

    public boolean sharesCases() {
        return type.sharesCases();
    }

    public boolean viewDescendants() {
        return type.viewDescendants();
    }
}
