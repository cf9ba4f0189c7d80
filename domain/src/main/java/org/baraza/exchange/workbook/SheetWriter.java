// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A sheet on its way out. */
public final class SheetWriter {
    private static final int FLUSH_EVERY = 200;
    private static final double WIDTH = 22;

    private final Worksheet sheet;
    private int rows;

    SheetWriter(Worksheet sheet) {
        this.sheet = sheet;
    }

    public void header(String... headers) {
        header(List.of(headers));
    }

    public void header(List<String> headers) {
        for (int column = 0; column < headers.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, Cells.written(headers.get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        rows = 1;
    }

    public void row(String... texts) {
        row(List.of(texts));
    }

    public void row(List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                sheet.inlineString(rows, column, Cells.guarded(texts.get(column)));
            }
        }
        next();
    }

    /**
     * As {@link #row}, of texts that may be more.
     *
     * @param numbers whether texts that are numbers become numbers
     * @param links texts that begin with this and are addresses can be followed; empty for none
     */
    public void row(String[] texts, boolean numbers, String links) {
        for (int column = 0; column < texts.length; column++) {
            String text = texts[column];
            if (text.isEmpty()) {
                continue;
            }
            if (numbers && Cells.isNumber(text)) {
                sheet.value(rows, column, new BigDecimal(text));
            } else if (!links.isEmpty() && text.startsWith(links) && Cells.isAddress(text)) {
                sheet.formula(rows, column, "HYPERLINK(\"" + text + "\")");
            } else {
                sheet.inlineString(rows, column, Cells.guarded(text));
            }
        }
        next();
    }

    private void next() {
        rows++;
        if (rows % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void finish() {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
