// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** An archive with a CSV file for each table. */
final class ZippedCsv implements TableWriter {
    private static final int LONGEST_NAME = 80;

    private final ZipOutputStream archive;
    private final Set<String> names = new HashSet<>();
    private @Nullable CsvText open;

    ZippedCsv(OutputStream out) {
        this.archive = new ZipOutputStream(out);
        archive.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public void table(String name, List<String> headers) throws IOException {
        endTable();
        archive.putNextEntry(new ZipEntry(free(name) + ".csv"));
        CsvText text = new CsvText(archive);
        text.header(headers);
        open = text;
    }

    private String free(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} _.-]", "_").replace("..", "_");
        String first = clean.isBlank() ? "table" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
        String free = first;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = first + " " + number;
        }
        return free;
    }

    @Override
    public void row(String[] cells) throws IOException {
        if (open != null) {
            open.row(cells);
        }
    }

    private void endTable() throws IOException {
        if (open != null) {
            open.flush();
            archive.closeEntry();
            open = null;
        }
    }

    @Override
    public void finish() throws IOException {
        endTable();
        archive.finish();
    }
}
