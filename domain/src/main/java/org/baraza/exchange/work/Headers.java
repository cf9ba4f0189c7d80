// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.WorkbookRefused;

/** What a sheet must have and may have in its header. */
public final class Headers {
    private Headers() {}

    /** Refuses the workbook for columns that have no meaning: a misspelt one would be lost without a word. */
    public static void refuseOthers(String sheet, Columns columns) {
        List<String> left = columns.left();
        if (!left.isEmpty()) {
            throw new WorkbookRefused(
                    "ILLEGAL_HEADERS",
                    "The following are illegal column headers: " + String.join(", ", left) + ". (Sheet " + sheet + ")");
        }
    }

    /** Refuses the workbook when a column is missing that the sheet cannot do without. */
    public static void require(String sheet, Column column, String name) {
        if (!column.isThere()) {
            throw new WorkbookRefused(
                    "HEADER_MISSING", "The sheet " + sheet + " does not have the column " + name + ".");
        }
    }
}
