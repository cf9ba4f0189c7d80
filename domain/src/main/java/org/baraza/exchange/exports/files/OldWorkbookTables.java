// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.baraza.exchange.workbook.OldSheetWriter;
import org.baraza.exchange.workbook.OldWorkbookWriter;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel 97 with a sheet for each table. What does not fit is refused: nobody would look for the rest elsewhere. */
final class OldWorkbookTables implements TableWriter {
    private final OldWorkbookWriter workbook;
    private final OutputStream out;
    private boolean numbers;
    private @Nullable OldSheetWriter sheet;

    OldWorkbookTables(OutputStream out, Supplier<Path> spare) throws IOException {
        this.workbook = new OldWorkbookWriter(spare);
        this.out = out;
    }

    @Override
    public void cells(boolean asNumbers, String links) {
        numbers = asNumbers;
    }

    @Override
    public void table(String name, List<String> headers) throws IOException {
        OldSheetWriter begun = workbook.sheet(name);
        begun.header(headers);
        sheet = begun;
    }

    @Override
    public void row(String[] cells) throws IOException {
        if (sheet != null) {
            sheet.row(cells, numbers);
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
