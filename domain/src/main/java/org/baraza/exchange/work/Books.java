// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;

/** Opens workbooks as work. */
public final class Books {
    private Books() {}

    /**
     * Does what a workbook says.
     *
     * @param file removed when the work is closed
     * @param parts looks at the headers of the sheets and refuses what cannot be done as a whole
     */
    public static Work reading(Path file, boolean rehearsal, Function<WorkbookReader, List<SheetPart>> parts) {
        WorkbookReader workbook = WorkbookReader.open(file);
        try {
            return new SheetsWork(file, workbook, parts.apply(workbook), rehearsal);
        } catch (RuntimeException refused) {
            workbook.close();
            throw refused;
        }
    }

    /** The header of a sheet that must be there. */
    public static Columns required(WorkbookReader workbook, String sheet) {
        return columns(workbook, sheet)
                .orElseThrow(() ->
                        new WorkbookRefused("SHEET_MISSING", "Workbook does not contain a sheet called " + sheet));
    }

    /** The header of a sheet; empty when there is no such sheet. */
    public static Optional<Columns> columns(WorkbookReader workbook, String name) {
        return workbook.sheet(name).map(sheet -> {
            try (sheet) {
                return sheet.columns();
            }
        });
    }
}
