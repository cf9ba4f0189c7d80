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
import org.jspecify.annotations.Nullable;

/** The file of exports in the making: the first table of each goes straight into it, its others wait beside. */
final class ExportFile implements AutoCloseable {
    private final TableWriter writer;
    private final Supplier<Path> spare;
    private final List<TableSpool> waiting = new ArrayList<>();
    private @Nullable ExportPart part;

    /**
     * @param tables how many there will be
     * @param spare gives an empty file of this node; who writes it removes it
     */
    ExportFile(ExportFormat format, OutputStream out, int tables, Supplier<Path> spare) throws IOException {
        this.writer = TableWriters.of(format, out, tables, spare);
        this.spare = spare;
    }

    /** Begins with the tables of an export, and ends those of the one before it. */
    void begin(ExportPart next) throws IOException {
        end();
        part = next;
        writer.cells(next.plan().manner().formatCells(), next.links());
        int tables = next.plan().written().size();
        for (int table = 1; table < tables; table++) {
            waiting.add(new TableSpool(spare.get()));
        }
        if (tables > 0) {
            begin(next, 0);
        }
    }

    private void begin(ExportPart of, int table) throws IOException {
        writer.table(
                of.name(of.plan().written().get(table)),
                of.source().layouts().get(table).headers());
    }

    void add(ExportRow row) throws IOException {
        if (row.table() == 0) {
            writer.row(row.cells(), row.place());
        } else {
            waiting.get(row.table() - 1).add(row.cells());
        }
    }

    /** Writes what waited. */
    private void end() throws IOException {
        if (part != null) {
            for (int place = 0; place < waiting.size(); place++) {
                begin(part, place + 1);
                waiting.get(place).drain(writer);
            }
        }
        forget();
    }

    private void forget() throws IOException {
        for (TableSpool spool : waiting) {
            spool.close();
        }
        waiting.clear();
    }

    /** Writes what waited, and ends the file. */
    void finish() throws IOException {
        end();
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        forget();
    }
}
