// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.baraza.exchange.exports.ExportFormat;

/** The writer of each format. */
public final class TableWriters {
    private TableWriters() {}

    /**
     * @param tables how many tables there will be
     * @param spare gives an empty file of this node; who writes it removes it
     */
    public static TableWriter of(ExportFormat format, OutputStream out, int tables, Supplier<Path> spare)
            throws IOException {
        return switch (format) {
            case CSV -> new ZippedCsv(out);
            case UNZIPPED_CSV -> new SingleCsv(out);
            case XLSX -> new WorkbookTables(out);
            case XLS -> new OldWorkbookTables(out, spare);
            case JSON -> new JsonTables(out);
            case HTML -> new HtmlTables(out);
            case JSON_LINES -> new JsonLines(out, tables > 1);
            case GEOJSON -> new GeoFeatures(out);
        };
    }
}
