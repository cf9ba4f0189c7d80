// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/**
 * A row of a lookup table that is chosen before the case list.
 *
 * @param table the tag of the table
 * @param localize whether what is shown is the key of a text of the app
 * @param filter of the case list, with {@code $fixture_value} for the row's value
 */
public record FixtureSelect(
        boolean active, String table, String displayColumn, boolean localize, String variableColumn, String filter) {
    /** Whether there is a list of rows to choose from. */
    public boolean isShown() {
        return active && !table.isBlank();
    }

    static FixtureSelect of(JsonNode at) {
        return new FixtureSelect(
                Read.flag(at, "active"),
                Read.text(at, "fixture_type"),
                Read.text(at, "display_column"),
                Read.flag(at, "localize"),
                Read.text(at, "variable_column"),
                Read.text(at, "xpath"));
    }
}
