// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.RowReader;
import org.baraza.exchange.workbook.WorkbookLimits;
import org.baraza.exchange.workbook.WorkbookRefused;

/**
 * What somebody must see of a table to say what its columns mean.
 *
 * @param rows how many there are below the header
 * @param columns in their order, each with what its first rows say
 */
public record TableLook(int rows, List<Seen> columns) {
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 100;

    public TableLook {
        columns = List.copyOf(columns);
    }

    /** A column, and what its first rows say. */
    public record Seen(String header, List<String> samples) {
        public Seen {
            samples = List.copyOf(samples);
        }
    }

    /** @throws WorkbookRefused when no import can come of it, whatever its columns mean */
    public static TableLook at(Path table) {
        try (ImportFile file = ImportFile.open(table);
                RowReader rows = file.rows()) {
            List<Column> columns = ImportColumns.all(rows.columns());
            List<DataRow> first = new ArrayList<>();
            int count = 0;
            while (rows.hasNext()) {
                DataRow row = rows.next();
                if (count < SAMPLES) {
                    first.add(row);
                }
                if (++count > WorkbookLimits.MOST_ROWS) {
                    throw WorkbookLimits.tooManyRows();
                }
            }
            if (count == 0) {
                throw ImportWork.empty();
            }
            return new TableLook(
                    count, columns.stream().map(column -> seen(column, first)).toList());
        }
    }

    private static Seen seen(Column column, List<DataRow> rows) {
        return new Seen(
                column.header(),
                rows.stream()
                        .map(row -> Cells.written(row.text(column)))
                        .map(text -> text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text)
                        .toList());
    }
}
