// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baraza.exchange.workbook.Cells;

/** Rows as lines of values with commas between them, in UTF-8; what spreadsheets would take for a formula has a guard. */
final class CsvText {
    private static final int BUFFER = 64 * 1024;

    private final Writer out;

    CsvText(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    void header(List<String> headers) throws IOException {
        row(headers.toArray(String[]::new));
    }

    void row(String[] cells) throws IOException {
        for (int place = 0; place < cells.length; place++) {
            if (place > 0) {
                out.write(',');
            }
            cell(Cells.guarded(cells[place]));
        }
        out.write("\r\n");
    }

    private void cell(String text) throws IOException {
        if (isPlain(text)) {
            out.write(text);
            return;
        }
        out.write('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                out.write('"');
            }
            out.write(letter);
        }
        out.write('"');
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
                return false;
            }
        }
        return true;
    }

    void flush() throws IOException {
        out.flush();
    }
}
