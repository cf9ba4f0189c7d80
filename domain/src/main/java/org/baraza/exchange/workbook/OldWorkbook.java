// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook of the old kind (.xls), as OpenFn's adaptor still sends them. Its records are told one after
 * the other and put into a file of rows, so that it never stands in memory whole; only its table of texts does.
 */
public final class OldWorkbook implements AutoCloseable {
    /** The kind holds 65,536 rows; larger files are full of something else. */
    private static final long LARGEST = 25L * 1024 * 1024;

    /** The kind holds 256 columns; a record that names another would make a row of thousands of empty cells. */
    private static final int MOST_COLUMNS = 256;
    /** Letters of all cells together: one text of the table may stand in millions of cells. */
    private static final long MOST_LETTERS = 256L * 1024 * 1024;

    private final Path rows;

    private OldWorkbook(Path rows) {
        this.rows = rows;
    }

    /** @throws WorkbookRefused when it cannot be read */
    public static OldWorkbook open(Path file) {
        Path rows = null;
        try {
            if (Files.size(file) > LARGEST) {
                throw WorkbookLimits.tooLarge();
            }
            rows = Files.createTempFile(file.toAbsolutePath().getParent(), "rows-", "");
            convert(file, rows);
            return new OldWorkbook(rows);
        } catch (EncryptedDocumentException e) {
            remove(rows);
            throw new WorkbookRefused("WORKBOOK_ENCRYPTED", "The workbook is encrypted; save it without a password.");
        } catch (WorkbookRefused refused) {
            remove(rows);
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            remove(rows);
            throw new WorkbookRefused("NOT_A_WORKBOOK", "This .xls workbook is damaged.");
        }
    }

    private static void convert(Path file, Path rows) throws IOException {
        try (POIFSFileSystem records = new POIFSFileSystem(file.toFile(), true);
                KeptRows.Writer writer = new KeptRows.Writer(rows)) {
            Sheet sheet = new Sheet(writer);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(sheet);
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, records);
            sheet.endRow();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (org.apache.poi.hssf.eventusermodel.HSSFUserException e) {
            throw new IOException(e);
        }
    }

    private static void remove(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rows from the beginning. */
    public RowReader rows() {
        return KeptRows.open(rows);
    }

    @Override
    public void close() {
        remove(rows);
    }

    /** Gathers cells into rows; stops behind the first sheet. */
    private static final class Sheet extends AbortableHSSFListener {
        private static final short GO_ON = 0;
        private static final short STOP = 1;

        private final KeptRows.Writer writer;
        private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(_ -> {});
        private @Nullable SSTRecord texts;
        private boolean since1904;
        private boolean inSheet;
        private int row = -1;
        private int rows;
        private long letters;
        private List<String> cells = new ArrayList<>();
        private List<Integer> broken = new ArrayList<>();
        /** Where the text of a formula belongs that comes with the next record. */
        private int awaited = -1;

        Sheet(KeptRows.Writer writer) {
            this.writer = writer;
        }

        @Override
        public short abortableProcessRecord(Record record) {
            formats.processRecord(record);
            switch (record) {
                case BOFRecord begin -> inSheet = begin.getType() == BOFRecord.TYPE_WORKSHEET;
                case EOFRecord _ -> {
                    return inSheet ? STOP : GO_ON;
                }
                case SSTRecord all -> texts = all;
                case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
                default -> {
                    if (inSheet) {
                        take(record);
                    }
                }
            }
            return GO_ON;
        }

        private void take(Record record) {
            switch (record) {
                case LabelSSTRecord label -> put(label, text(label.getSSTIndex()));
                case LabelRecord label -> put(label, Cells.unguarded(label.getValue()));
                case NumberRecord number -> put(number, number(number, number.getValue()));
                case BoolErrRecord cell -> putBoolean(cell);
                case FormulaRecord formula -> putFormula(formula);
                case StringRecord text
                when awaited >= 0 -> {
                    cells.set(awaited, text.getString());
                    awaited = -1;
                }
                default -> {
                    // Colours, widths, names: nothing that a cell says.
                }
            }
        }

        private void putBoolean(BoolErrRecord cell) {
            put(cell, cell.isBoolean() ? Boolean.toString(cell.getBooleanValue()) : "");
            if (cell.isError()) {
                broken.add((int) cell.getColumn());
            }
        }

        private void putFormula(FormulaRecord formula) {
            CellType type = formula.getCachedResultTypeEnum();
            put(
                    formula,
                    switch (type) {
                        case NUMERIC -> number(formula, formula.getValue());
                        case BOOLEAN -> Boolean.toString(formula.getCachedBooleanValue());
                        default -> "";
                    });
            if (type == CellType.ERROR) {
                broken.add((int) formula.getColumn());
            }
            awaited = formula.hasCachedResultString() ? formula.getColumn() : -1;
        }

        private String text(int index) {
            return texts == null ? "" : Cells.unguarded(texts.getString(index).getString());
        }

        private String number(CellValueRecordInterface cell, double value) {
            if (DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell))
                    && DateUtil.isValidExcelDate(value)) {
                return Cells.date(DateUtil.getLocalDateTime(value, since1904));
            }
            return Cells.number(BigDecimal.valueOf(value));
        }

        private void put(CellValueRecordInterface cell, String text) {
            if (cell.getRow() != row) {
                endRow();
                row = cell.getRow();
            }
            int column = Short.toUnsignedInt(cell.getColumn());
            letters += text.length();
            if (column >= MOST_COLUMNS || letters > MOST_LETTERS) {
                throw WorkbookLimits.tooLarge();
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        }

        /** Hands the row over if it says anything. */
        void endRow() {
            if (!broken.isEmpty() || cells.stream().anyMatch(text -> !text.isBlank())) {
                if (++rows > WorkbookLimits.MOST_ROWS + 1) {
                    throw WorkbookLimits.tooManyRows();
                }
                try {
                    writer.write(new DataRow(row + 1, cells, broken));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            cells = new ArrayList<>();
            broken = new ArrayList<>();
            awaited = -1;
        }
    }
}
