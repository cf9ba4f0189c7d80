// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlWriter;

/**
 * Writes the stock of cases, one element per case and section (device protocol: ledgers). Devices count in whole numbers
 * and refuse others, so fractions are cut off.
 */
final class BalanceElement {
    private static final String NAMESPACE = "http://commcarehq.org/ledger/v1";

    private BalanceElement() {}

    /** @param rows by case and section */
    static void writeAll(XmlWriter out, List<StockRow> rows) throws IOException {
        for (int at = 0; at < rows.size(); at = end(rows, at)) {
            write(out, rows.subList(at, end(rows, at)));
        }
    }

    private static int end(List<StockRow> rows, int start) {
        StockRow first = rows.get(start);
        int end = start + 1;
        while (end < rows.size()
                && rows.get(end).caseId().equals(first.caseId())
                && rows.get(end).sectionId().equals(first.sectionId())) {
            end++;
        }
        return end;
    }

    private static void write(XmlWriter out, List<StockRow> section) throws IOException {
        StockRow first = section.getFirst();
        Instant date = section.stream()
                .map(StockRow::modifiedOn)
                .max(Instant::compareTo)
                .orElseThrow();
        out.start("balance")
                .attribute("xmlns", NAMESPACE)
                .attribute("entity-id", first.caseId())
                .attribute("date", Timestamps.format(date))
                .attribute("section-id", first.sectionId());
        for (StockRow row : section) {
            out.start("entry")
                    .attribute("id", row.entryId())
                    .attribute(
                            "quantity",
                            row.balance().setScale(0, RoundingMode.DOWN).toPlainString())
                    .end();
        }
        out.end();
    }
}
