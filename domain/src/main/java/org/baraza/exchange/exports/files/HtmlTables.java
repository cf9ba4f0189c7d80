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

/** One page of tables, as spreadsheets open it from the web. */
final class HtmlTables implements TableWriter {
    private final Writer out;
    private boolean begun;
    private boolean inTable;

    HtmlTables(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
    }

    @Override
    public void table(String name, List<String> headers) throws IOException {
        begin();
        endTable();
        out.write("<table id=\"");
        out.write(escaped(name));
        out.write("\"><thead><tr>");
        cells("th", headers.toArray(String[]::new));
        out.write("</tr></thead><tbody>\n");
        inTable = true;
    }

    private void begin() throws IOException {
        if (!begun) {
            out.write("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
            begun = true;
        }
    }

    @Override
    public void row(String[] cells) throws IOException {
        out.write("<tr>");
        cells("td", cells);
        out.write("</tr>\n");
    }

    private void cells(String tag, String[] cells) throws IOException {
        for (String cell : cells) {
            out.write('<');
            out.write(tag);
            out.write('>');
            out.write(escaped(Cells.guarded(cell)));
            out.write("</");
            out.write(tag);
            out.write('>');
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int at = 0; at < text.length(); at++) {
            String entity = switch (text.charAt(at)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                default -> "";
            };
            if (!entity.isEmpty() && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (escaped != null) {
                escaped.append(entity.isEmpty() ? String.valueOf(text.charAt(at)) : entity);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private void endTable() throws IOException {
        if (inTable) {
            out.write("</tbody></table>\n");
            inTable = false;
        }
    }

    @Override
    public void finish() throws IOException {
        begin();
        endTable();
        out.write("</body></html>\n");
        out.flush();
    }
}
