// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a row.
 *
 * @param fields values by field, also of fields that the table does not have: phones get those that it has
 */
public record RowContent(Map<String, List<FieldValue>> fields, Map<String, String> itemAttributes) {
    public RowContent {
        Map<String, List<FieldValue>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
        itemAttributes = Map.copyOf(itemAttributes);
    }

    /** The values of a field; none for a field that the row does not have. */
    public List<FieldValue> values(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
