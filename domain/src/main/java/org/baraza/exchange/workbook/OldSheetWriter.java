// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sheet of a workbook of the old kind on its way out; its cells wait in a file. */
public final class OldSheetWriter implements AutoCloseable {
    private static final int BEGIN = 0x0809;
    private static final int DIMENSIONS = 0x0200;
    private static final int COLUMN_WIDTH = 0x007D;
    private static final int TEXT_CELL = 0x00FD;
    private static final int NUMBER_CELL = 0x0203;
    private static final int WINDOW = 0x023E;
    private static final int PANE = 0x0041;
    private static final int END = 0x000A;
    private static final int EXCEL_97 = 0x0600;
    private static final int OF_A_SHEET = 0x0010;
    /** In parts of a letter. */
    private static final int WIDTH = 22 * 256;
    /** Shows the grid and the headings, and keeps the first row where it is. */
    private static final int FROZEN = 0x06BE | 0x0100;

    private static final int BELOW = 2;
    private static final int BORDER_COLOUR = 0x40;

    private final String name;
    private final OldTexts texts;
    private final int bold;
    private final int plain;
    private final Path file;
    private final OutputStream out;
    private final OldRecord record = new OldRecord();
    private int columns;
    private int rows;

    OldSheetWriter(String name, OldTexts texts, int plain, int bold, Path file) throws IOException {
        this.name = name;
        this.texts = texts;
        this.plain = plain;
        this.bold = bold;
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    String name() {
        return name;
    }

    public void header(List<String> headers) throws IOException {
        columns = headers.size();
        if (columns > OldWorkbookWriter.MOST_COLUMNS) {
            throw OldWorkbookWriter.tooManyColumns(name, columns);
        }
        for (int column = 0; column < columns; column++) {
            text(column, bold, Cells.written(headers.get(column)));
        }
        rows++;
    }

    /** @param numbers whether texts that are numbers become numbers */
    public void row(String[] cells, boolean numbers) throws IOException {
        if (rows == OldWorkbookWriter.MOST_ROWS) {
            throw OldWorkbookWriter.tooManyRows(name);
        }
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column];
            if (numbers && Cells.isNumber(cell)) {
                begin(NUMBER_CELL, column, plain).real(Double.parseDouble(cell)).end(out);
            } else if (!cell.isEmpty()) {
                text(column, plain, Cells.guarded(cell));
            }
        }
        rows++;
    }

    private void text(int column, int style, String text) throws IOException {
        begin(TEXT_CELL, column, style).u32(texts.place(text)).end(out);
    }

    private OldRecord begin(int kind, int column, int style) {
        return record.begin(kind).u16(rows).u16(column).u16(style);
    }

    /** What stands before the cells. */
    byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        record.begin(BEGIN)
                .u16(EXCEL_97)
                .u16(OF_A_SHEET)
                .u16(0x0DBB)
                .u16(0x07CC)
                .u32(0)
                .u32(6)
                .end(head);
        if (columns > 0) {
            record.begin(COLUMN_WIDTH)
                    .u16(0)
                    .u16(columns - 1)
                    .u16(WIDTH)
                    .u16(plain)
                    .u16(0)
                    .u16(0)
                    .end(head);
        }
        record.begin(DIMENSIONS).u32(0).u32(rows).u16(0).u16(columns).u16(0).end(head);
        return head.toByteArray();
    }

    /** What stands behind the cells. */
    byte[] tail() throws IOException {
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        record.begin(WINDOW)
                .u16(FROZEN)
                .u16(0)
                .u16(0)
                .u32(BORDER_COLOUR)
                .u16(0)
                .u16(0)
                .u32(0)
                .end(tail);
        record.begin(PANE).u16(0).u16(1).u16(1).u16(0).u16(BELOW).end(tail);
        record.begin(END).end(tail);
        return tail.toByteArray();
    }

    /** The file that its cells stand in, when the last of them is written. */
    Path finish() throws IOException {
        out.close();
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
