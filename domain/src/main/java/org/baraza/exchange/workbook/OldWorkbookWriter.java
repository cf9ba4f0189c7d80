// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtSSTRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;

/**
 * A workbook of the old kind (.xls, Excel 97) on its way out, in constant memory: its sheets and texts wait in files, since the
 * file begins with what is known last.
 */
public final class OldWorkbookWriter implements AutoCloseable {
    public static final int MOST_COLUMNS = 256;
    /** With the header. */
    public static final int MOST_ROWS = 65_536;

    private static final int PLAIN = 15;
    private static final short BOLD_WEIGHT = 700;

    private final Supplier<Path> spare;
    private final InternalWorkbook book = InternalWorkbook.createWorkbook();
    private final OldTexts texts;
    private final FreeNames names = new FreeNames();
    private final List<OldSheetWriter> sheets = new ArrayList<>();
    private final int bold;

    /** @param spare gives an empty file of this node; who writes it removes it */
    public OldWorkbookWriter(Supplier<Path> spare) throws IOException {
        this.spare = spare;
        this.texts = new OldTexts(spare.get());
        FontRecord font = book.createNewFont();
        font.setBoldWeight(BOLD_WEIGHT);
        ExtendedFormatRecord format = book.createCellXF();
        format.setFontIndex((short) book.getFontIndex(font));
        this.bold = book.getNumExFormats() - 1;
    }

    /** Begins another sheet. */
    public OldSheetWriter sheet(String name) throws IOException {
        OldSheetWriter sheet = new OldSheetWriter(names.free(name), texts, PLAIN, bold, spare.get());
        book.setSheetName(sheets.size(), sheet.name());
        sheets.add(sheet);
        return sheet;
    }

    static WorkbookRefused tooManyColumns(String sheet, int columns) {
        return tooLarge("The table \"" + sheet + "\" has " + columns + " columns; an Excel 97 workbook holds "
                + MOST_COLUMNS + ". Choose fewer columns, or another format.");
    }

    static WorkbookRefused tooManyRows(String sheet) {
        return tooLarge("The table \"" + sheet + "\" has more than " + (MOST_ROWS - 1)
                + " rows, which is all that an Excel 97 workbook holds. Choose a narrower filter, or another format.");
    }

    static WorkbookRefused tooLarge() {
        return tooLarge("This is more than an Excel 97 workbook holds. Choose a narrower filter, or another format.");
    }

    private static WorkbookRefused tooLarge(String text) {
        return new WorkbookRefused("TOO_LARGE_FOR_XLS", text);
    }

    /** Refuses a table with more columns than fit.
     *
     * @throws WorkbookRefused with a sentence for people
     */
    public static void check(String table, int columns) {
        if (columns > MOST_COLUMNS) {
            throw tooManyColumns(table, columns);
        }
    }

    /** Writes all of it; the stream stays open. */
    public void finish(OutputStream out) throws IOException {
        if (sheets.isEmpty()) {
            sheet("Sheet1");
        }
        Path shared = texts.finish();
        long place = globals().length + Files.size(shared);
        for (int number = 0; number < sheets.size(); number++) {
            OldSheetWriter sheet = sheets.get(number);
            book.setSheetBof(number, (int) place);
            place += sheet.head().length + Files.size(sheet.finish()) + sheet.tail().length;
        }
        new OldContainer(place).begin(out);
        write(shared, out);
        out.write(new byte[(int) (OldContainer.padded(place) - place)]);
    }

    private void write(Path shared, OutputStream out) throws IOException {
        byte[] end = EOFRecord.instance.serialize();
        byte[] globals = globals();
        out.write(globals, 0, globals.length - end.length);
        Files.copy(shared, out);
        out.write(end);
        for (OldSheetWriter sheet : sheets) {
            out.write(sheet.head());
            Files.copy(sheet.finish(), out);
            out.write(sheet.tail());
        }
    }

    /** What holds for the whole workbook, but its texts: those stand before its end. */
    private byte[] globals() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Record record : book.getRecords()) {
            if (!(record instanceof SSTRecord || record instanceof ExtSSTRecord)) {
                bytes.write(record.serialize());
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        for (OldSheetWriter sheet : sheets) {
            sheet.close();
        }
        texts.close();
    }
}
