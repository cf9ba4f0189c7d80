// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/**
 * One of the orders of a case list.
 *
 * @param type as the document says it: string, int, double, date, plain, distance, index
 * @param blanks {@code first} or {@code last}, empty if not said
 * @param calculation an expression instead of the property, empty if none
 */
public record Sort(String field, String type, boolean ascending, String blanks, Texts display, String calculation) {
    static Sort of(JsonNode at) {
        return new Sort(
                Read.text(at, "field"),
                Read.filled(at, "type").orElse("string"),
                !Read.text(at, "direction").equals("descending"),
                Read.text(at, "blanks"),
                Read.texts(at, "display"),
                Read.text(at, "sort_calculation"));
    }
}
