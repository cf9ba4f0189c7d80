// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Optional;

/** How a case depends on the one it points to. */
public enum Relationship {
    /** It lives on its own; the case pointed to comes along. */
    CHILD("child"),
    /** It lives only as long as its host does. */
    EXTENSION("extension");

    private final String wireName;

    Relationship(String wireName) {
        this.wireName = wireName;
    }

    /** As written in case XML and in the database. */
    public String wireName() {
        return wireName;
    }

    static Optional<Relationship> ofWireName(String name) {
        return switch (name) {
            case "child" -> Optional.of(CHILD);
            case "extension" -> Optional.of(EXTENSION);
            default -> Optional.empty();
        };
    }
}
