// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text file with separated values (RFC 4180), in UTF-8. Separated by commas, or by the semicolons or tabs that
 * spreadsheets write in other countries: whichever the first line has most of.
 */
public final class CsvReader implements RowReader {
    private static final int END = -1;
    private static final int MARK = '\uFEFF';
    private static final int LONGEST_LINE = 1_000_000;

    private final BufferedReader text;
    private final char separator;
    private final Columns columns;
    private int rows;
    private @Nullable DataRow next;

    private CsvReader(BufferedReader text) throws IOException {
        this.text = text;
        separator = separator(text);
        DataRow header = read();
        columns = new Columns(header == null ? List.of() : header.texts());
        next = read();
    }

    /** @throws WorkbookRefused when it is not such a text */
    public static CsvReader open(Path file) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
            text.mark(1);
            if (text.read() != MARK) {
                text.reset();
            }
            return new CsvReader(text);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_LINE + 1);
        int[] counts = new int[Character.MAX_VALUE + 1];
        int read = 0;
        for (int c = text.read(); c != END && c != '\n' && c != '\r' && read < LONGEST_LINE; c = text.read()) {
            counts[c]++;
            read++;
        }
        text.reset();
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            most = counts[candidate] > counts[most] ? candidate : most;
        }
        return most;
    }

    private static WorkbookRefused refusal(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new WorkbookRefused("NOT_UTF8", "A CSV file is written in UTF-8.");
        }
        throw new UncheckedIOException(e);
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
        try {
            next = read();
        } catch (IOException e) {
            throw refusal(e);
        }
        return row;
    }

    /** The next row that says anything; null at the end. */
    private @Nullable DataRow read() throws IOException {
        for (int c = text.read(); c != END; c = text.read()) {
            rows++;
            List<String> texts = row(c);
            if (texts.stream().anyMatch(cell -> !cell.isBlank())) {
                return new DataRow(rows, texts, List.of());
            }
        }
        return null;
    }

    private List<String> row(int first) throws IOException {
        List<String> texts = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int c = first;
        while (c != END && (quoted || (c != '\n' && c != '\r'))) {
            if (quoted) {
                if (c == '"' && !isNext('"')) {
                    quoted = false;
                } else {
                    cell.append((char) c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                add(texts, cell);
            } else {
                cell.append((char) c);
            }
            if (cell.length() > WorkbookLimits.LONGEST_TEXT) {
                throw new WorkbookRefused("CELL_TOO_LONG", "Row " + rows + " has a cell that is too long.");
            }
            c = text.read();
        }
        if (c == '\r') {
            isNext('\n');
        }
        add(texts, cell);
        return texts;
    }

    private static void add(List<String> texts, StringBuilder cell) {
        if (texts.size() == WorkbookLimits.MOST_COLUMNS) {
            throw WorkbookLimits.tooManyColumns();
        }
        texts.add(Cells.unguarded(cell.toString()));
        cell.setLength(0);
    }

    /** Passes over that character, if it is what comes. */
    private boolean isNext(char wanted) throws IOException {
        text.mark(1);
        if (text.read() == wanted) {
            return true;
        }
        text.reset();
        return false;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
