// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.List;

/**
 * A column of a lookup table.
 *
 * @param properties what each value may say about itself, for example its language
 * @param indexed whether apps search by it, so that phones make an index
 */
public record TableField(String name, List<String> properties, boolean indexed) {
    public TableField {
        properties = List.copyOf(properties);
    }
}
