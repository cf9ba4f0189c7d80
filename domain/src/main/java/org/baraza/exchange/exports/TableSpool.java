// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baraza.exchange.exports.files.TableWriter;

/** Rows of a table that must wait for those before it, in a file. */
final class TableSpool implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final DataOutputStream out;
    private long rows;

    TableSpool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(String[] cells) throws IOException {
        out.writeInt(cells.length);
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        rows++;
    }

    /** Writes all of it, in order. */
    void drain(TableWriter writer) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (long row = 0; row < rows; row++) {
                String[] cells = new String[in.readInt()];
                for (int place = 0; place < cells.length; place++) {
                    cells[place] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                }
                writer.row(cells);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
