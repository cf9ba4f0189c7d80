// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.baraza.exchange.exports.files.TableWriter;
import org.baraza.exchange.exports.files.TableWriters;

/** The file of an export in the making: the first table goes straight into it, the others wait beside. */
final class ExportFile implements AutoCloseable {
    private final List<ExportTable> tables;
    private final List<TableLayout> layouts;
    private final TableWriter writer;
    private final List<TableSpool> waiting = new ArrayList<>();

    /** @param spare gives an empty file of this node; who writes it removes it */
    ExportFile(
            ExportPlan plan,
            List<TableLayout> layouts,
            Surroundings surroundings,
            OutputStream out,
            Supplier<Path> spare)
            throws IOException {
        this.tables = plan.written();
        this.layouts = layouts;
        ExportManner manner = plan.manner();
        String links = manner.transformDates() ? surroundings.linkStart() : "";
        this.writer = TableWriters.of(plan.format(), out, manner.formatCells(), links, tables.size());
        for (int table = 1; table < tables.size(); table++) {
            waiting.add(new TableSpool(spare.get()));
        }
        if (!tables.isEmpty()) {
            begin(0);
        }
    }

    private void begin(int table) throws IOException {
        writer.table(tables.get(table).label(), layouts.get(table).headers());
    }

    void add(ExportRow row) throws IOException {
        if (row.table() == 0) {
            writer.row(row.cells());
        } else {
            waiting.get(row.table() - 1).add(row.cells());
        }
    }

    /** Writes what waited, and ends the file. */
    void finish() throws IOException {
        for (int place = 0; place < waiting.size(); place++) {
            begin(place + 1);
            waiting.get(place).drain(writer);
        }
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        for (TableSpool spool : waiting) {
            spool.close();
        }
    }
}
