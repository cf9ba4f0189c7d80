// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.jspecify.annotations.Nullable;

/** A workbook with a sheet for each table; a table with more rows than fit goes on in another sheet. */
final class WorkbookTables implements TableWriter {
    private static final int MOST_ROWS = 1_048_575;

    private final WorkbookWriter workbook;
    private boolean numbers;
    private String links = "";
    private String name = "";
    private List<String> headers = List.of();
    private @Nullable SheetWriter sheet;
    private int rows;

    WorkbookTables(OutputStream out) {
        this.workbook = new WorkbookWriter(out);
    }

    @Override
    public void cells(boolean asNumbers, String followed) {
        numbers = asNumbers;
        links = followed;
    }

    @Override
    public void table(String table, List<String> columns) {
        name = table;
        headers = columns;
        begin();
    }

    private SheetWriter begin() {
        SheetWriter begun = workbook.sheet(name);
        begun.header(headers);
        sheet = begun;
        rows = 0;
        return begun;
    }

    @Override
    public void row(String[] cells) {
        SheetWriter open = sheet == null || rows == MOST_ROWS ? begin() : sheet;
        open.row(cells, numbers, links);
        rows++;
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
