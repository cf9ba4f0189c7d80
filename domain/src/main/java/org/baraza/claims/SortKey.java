// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.Locale;

/** What results are ordered by. */
record SortKey(String property, boolean descending, Kind kind) {

    /** How values compare. */
    enum Kind {
        TEXT,
        DATE,
        NUMBER
    }

    /** Reads {@code -dob:date}; a sort type that is not known compares as text. */
    static SortKey of(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String rest = signed ? text.substring(1) : text;
        int colon = rest.indexOf(':');
        String name = colon < 0 ? rest : rest.substring(0, colon);
        String type = colon < 0 ? "" : rest.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        return new SortKey(name.strip(), text.startsWith("-"), kind(type));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "date" -> Kind.DATE;
            case "int", "integer", "double", "decimal", "number", "index" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }
}
