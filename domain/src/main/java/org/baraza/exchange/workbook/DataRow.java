// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.util.List;

/**
 * A row below the header.
 *
 * @param number as spreadsheets show it; the header is 1
 * @param texts by column; a row may have fewer than the header
 * @param broken columns whose cells are errors, as {@code #REF!} is
 */
public record DataRow(int number, List<String> texts, List<Integer> broken) {
    public DataRow {
        texts = List.copyOf(texts);
        broken = List.copyOf(broken);
    }

    /** What stands there; empty also where the sheet has no such column. */
    public String text(Column column) {
        return column.isThere() && column.index() < texts.size() ? texts.get(column.index()) : "";
    }

    /** As {@link #text}, without blanks around it. */
    public String word(Column column) {
        return text(column).strip();
    }
}
