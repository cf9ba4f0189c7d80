// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookLimits;

/** A workbook while it is read: how many rows it had so far, and what was wrong with them. */
final class Reading {
    private static final int MOST_ERRORS = 1_000;

    private final List<RowError> errors = new ArrayList<>();
    private int rows;

    /** The next row of a sheet; refuses more than a workbook may have. */
    DataRow next(SheetReader sheet) {
        rows++;
        if (rows > WorkbookLimits.MOST_ROWS) {
            throw WorkbookLimits.tooManyRows();
        }
        return sheet.next();
    }

    /** Notes an error; after the first thousand only that there are more. */
    void wrong(String sheet, int row, String message) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new RowError(sheet, row, message));
        } else if (errors.size() == MOST_ERRORS) {
            errors.add(new RowError(sheet, row, "From here on there are more errors, which are not listed."));
        }
    }

    List<RowError> errors() {
        return errors;
    }
}
