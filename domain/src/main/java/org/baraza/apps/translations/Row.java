// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of texts.
 *
 * @param number as spreadsheets show it; the header is 1
 * @param cells by the headings of their columns; what the sheet has no column for is not there
 */
public record Row(int number, Map<String, String> cells) {
    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** What stands under a heading; empty also where there is no such column. */
    String text(String heading) {
        return cells.getOrDefault(heading, "");
    }
}
