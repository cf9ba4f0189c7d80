// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** A workbook on its way out, sheet by sheet, in constant memory. */
public final class WorkbookWriter {
    /** Of a name of a sheet, as spreadsheets have it. */
    public static final int LONGEST_NAME = 31;

    private final Workbook workbook;
    private final FreeNames names = new FreeNames();
    private @Nullable SheetWriter open;

    public WorkbookWriter(OutputStream out) {
        this.workbook = new Workbook(out, "Baraza", "1.0");
    }

    /** Begins a sheet and ends the one before it. */
    public SheetWriter sheet(String name) {
        finishSheet();
        open = new SheetWriter(workbook.newWorksheet(names.free(name)));
        return open;
    }

    private void finishSheet() {
        if (open != null) {
            open.finish();
        }
    }

    /** Ends the workbook; the stream stays open. */
    public void finish() throws IOException {
        finishSheet();
        workbook.finish();
    }
}
