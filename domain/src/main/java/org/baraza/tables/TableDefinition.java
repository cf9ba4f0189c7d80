// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.List;

/**
 * What people decide about a lookup table.
 *
 * @param tag its name in apps
 * @param global whether it is for all; else each row is for its owners
 * @param itemAttributes what each row says about itself beside its fields
 */
public record TableDefinition(
        String tag, boolean global, String description, List<TableField> fields, List<String> itemAttributes) {
    public TableDefinition {
        fields = List.copyOf(fields);
        itemAttributes = List.copyOf(itemAttributes);
    }

    /** Whether a phone should make an index of it. */
    boolean isIndexed() {
        return fields.stream().anyMatch(TableField::indexed);
    }
}
