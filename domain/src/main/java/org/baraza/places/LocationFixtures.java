// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Locale;

/** In which shape phones get the tree of locations. */
public enum LocationFixtures {
    /** One list, with the ids of all above as attributes. */
    FLAT,
    /** Nested, as apps made before there was the list expect it. */
    HIERARCHICAL,
    BOTH;

    boolean flat() {
        return this != HIERARCHICAL;
    }

    boolean hierarchical() {
        return this != FLAT;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LocationFixtures ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
