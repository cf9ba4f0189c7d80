// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** A workbook on its way out, sheet by sheet, in constant memory. */
public final class WorkbookWriter {
    /** Of a name of a sheet, as spreadsheets have it. */
    public static final int LONGEST_NAME = 31;

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/*?:\\[\\]]");

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private @Nullable SheetWriter open;

    public WorkbookWriter(OutputStream out) {
        this.workbook = new Workbook(out, "Baraza", "1.0");
    }

    /** Begins a sheet and ends the one before it. */
    public SheetWriter sheet(String name) {
        finishSheet();
        open = new SheetWriter(workbook.newWorksheet(free(name)));
        return open;
    }

    /** The name, or as much of it as fits and no other sheet has. */
    private String free(String name) {
        String clean = NOT_IN_NAMES.matcher(name).replaceAll("_");
        String free = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            String end = "~" + number;
            free = clean.substring(0, Math.min(clean.length(), LONGEST_NAME - end.length())) + end;
        }
        return free;
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
