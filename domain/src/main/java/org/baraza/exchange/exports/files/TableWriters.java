// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.OutputStream;
import org.baraza.exchange.exports.ExportFormat;

/** The writer of each format. */
public final class TableWriters {
    private TableWriters() {}

    /**
     * @param numbers whether numbers of a workbook are numbers
     * @param links in a workbook, addresses that begin with this can be followed; empty for none
     * @param tables how many tables there will be
     */
    public static TableWriter of(ExportFormat format, OutputStream out, boolean numbers, String links, int tables) {
        return switch (format) {
            case CSV -> new ZippedCsv(out);
            case UNZIPPED_CSV -> new SingleCsv(out);
            case XLSX -> new WorkbookTables(out, numbers, links);
            case JSON -> new JsonTables(out);
            case HTML -> new HtmlTables(out);
            case JSON_LINES -> new JsonLines(out, tables > 1);
        };
    }
}
