// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of texts.
 *
 * @param number as spreadsheets show it; the header is 1
 * @param headings of the columns of its sheet, in their order; all rows of a sheet have the same
 * @param filled the cells that say something, by the headings of their columns
 */
public record Row(int number, Set<String> headings, Map<String, String> filled) {
    public Row {
        headings = Collections.unmodifiableSet(headings);
        filled = Map.copyOf(filled);
    }

    /** What stands under a heading; empty also where there is no such column. */
    String text(String heading) {
        return filled.getOrDefault(heading, "");
    }

    /** What stands under a heading, be it nothing; absent where there is no such column. */
    Optional<String> cell(String heading) {
        return headings.contains(heading) ? Optional.of(text(heading)) : Optional.empty();
    }
}
