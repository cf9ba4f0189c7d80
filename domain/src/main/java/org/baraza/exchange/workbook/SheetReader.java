// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other; empty ones are passed over. */
public final class SheetReader implements RowReader {
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Columns columns;
    private @Nullable DataRow next;

    SheetReader(Sheet sheet) {
        try {
            stream = sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw WorkbookRefused.unreadable();
        }
        rows = stream.iterator();
        @Nullable DataRow header = read();
        columns = new Columns(header == null ? List.of() : header.texts());
        next = read();
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public DataRow next() {
        DataRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return row;
    }

    /** The next row that says anything; null at the end. */
    private @Nullable DataRow read() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                DataRow data = data(row);
                if (!data.broken().isEmpty() || data.texts().stream().anyMatch(text -> !text.isBlank())) {
                    return data;
                }
            }
            return null;
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw WorkbookRefused.unreadable();
        }
    }

    private static DataRow data(Row row) {
        int width = row.getCellCount();
        if (width > WorkbookLimits.MOST_COLUMNS && isWide(row)) {
            throw WorkbookLimits.tooManyColumns();
        }
        List<String> texts = new ArrayList<>();
        List<Integer> broken = new ArrayList<>();
        for (int index = 0; index < Math.min(width, WorkbookLimits.MOST_COLUMNS); index++) {
            @Nullable Cell cell = row.getCell(index);
            boolean wrong = Cells.isBroken(cell);
            if (wrong) {
                broken.add(index);
            }
            texts.add(wrong ? "" : Cells.text(cell));
        }
        return new DataRow(row.getRowNum(), texts, broken);
    }

    /** Spreadsheets also write cells that have nothing but a colour. */
    private static boolean isWide(Row row) {
        for (int index = WorkbookLimits.MOST_COLUMNS; index < row.getCellCount(); index++) {
            if (!Cells.isBroken(row.getCell(index))
                    && !Cells.text(row.getCell(index)).isBlank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        stream.close();
    }
}
