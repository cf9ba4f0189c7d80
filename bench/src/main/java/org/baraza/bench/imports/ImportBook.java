// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of cases, one a row; every row can be told from its number. */
final class ImportBook {
    private static final String[] COLUMNS = {"external_id", "name", "village", "weight", "visits", "status"};
    private static final int VILLAGES = 500;

    private ImportBook() {}

    static byte[] of(int rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Cases");
            for (int column = 0; column < COLUMNS.length; column++) {
                sheet.value(0, column, COLUMNS[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "E" + row);
                sheet.value(row, 1, "Case " + row);
                sheet.value(row, 2, "Village " + row % VILLAGES);
                sheet.value(row, 3, weight(row));
                sheet.value(row, 4, "3");
                sheet.value(row, 5, "active");
            }
        }
        return file.toByteArray();
    }

    static String weight(int row) {
        return Integer.toString(row % 90);
    }
}
