// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.baraza.exchange.workbook.CsvReader;
import org.baraza.exchange.workbook.OldWorkbook;
import org.baraza.exchange.workbook.RowReader;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** A table that somebody sent: the first sheet of a workbook, old or new, or a text with separated values. What it is, its bytes tell. */
final class ImportFile implements AutoCloseable {
    private static final byte[] ARCHIVE = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Path file;
    private final @Nullable WorkbookReader workbook;
    private final @Nullable OldWorkbook old;

    private ImportFile(Path file, @Nullable WorkbookReader workbook, @Nullable OldWorkbook old) {
        this.file = file;
        this.workbook = workbook;
        this.old = old;
    }

    /** @throws WorkbookRefused when it is no table that is read here */
    static ImportFile open(Path file) {
        byte[] begin = begin(file);
        if (startsWith(begin, COMPOUND)) {
            return new ImportFile(file, null, OldWorkbook.open(file));
        }
        return new ImportFile(file, startsWith(begin, ARCHIVE) ? WorkbookReader.open(file) : null, null);
    }

    private static byte[] begin(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(COMPOUND.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] begin, byte[] mark) {
        return begin.length >= mark.length && Arrays.equals(begin, 0, mark.length, mark, 0, mark.length);
    }

    /** The rows from the beginning. */
    RowReader rows() {
        if (old != null) {
            return old.rows();
        }
        return workbook == null ? CsvReader.open(file) : firstSheet(workbook);
    }

    private static SheetReader firstSheet(WorkbookReader workbook) {
        return workbook.sheetNames().stream()
                .findFirst()
                .flatMap(workbook::sheet)
                .orElseThrow(() -> new WorkbookRefused("SHEET_MISSING", "The workbook has no sheet."));
    }

    @Override
    public void close() {
        if (workbook != null) {
            workbook.close();
        }
        if (old != null) {
            old.close();
        }
    }
}
