// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.Map;

/** One value of a field of a row; a field may have several, told apart by their properties. */
public record FieldValue(String value, Map<String, String> properties) {
    public FieldValue {
        properties = Map.copyOf(properties);
    }

    /** A value that says nothing about itself. */
    public static FieldValue plain(String value) {
        return new FieldValue(value, Map.of());
    }
}
