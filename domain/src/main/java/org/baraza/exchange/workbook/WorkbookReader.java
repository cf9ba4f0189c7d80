// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook that somebody sent. */
public final class WorkbookReader implements AutoCloseable {
    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;

    private WorkbookReader(ReadableWorkbook workbook) {
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
    }

    /** @throws WorkbookRefused when it is no workbook, or too large */
    public static WorkbookReader open(Path file) {
        WorkbookLimits.check(file);
        try {
            return new WorkbookReader(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        } catch (IOException | RuntimeException e) {
            return withoutStyles(file);
        }
    }

    /** Some programs write none; then a number is never a date. */
    private static WorkbookReader withoutStyles(Path file) {
        try {
            return new WorkbookReader(new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true)));
        } catch (IOException | RuntimeException e) {
            throw WorkbookRefused.unreadable();
        }
    }

    public List<String> sheetNames() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    /** Reads a sheet from its beginning; empty when there is none of that name, in whatever case. */
    public Optional<SheetReader> sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.getName().strip().equalsIgnoreCase(name))
                .findFirst()
                .map(SheetReader::new);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
