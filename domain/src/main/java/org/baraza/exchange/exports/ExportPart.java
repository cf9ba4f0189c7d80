// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.function.Consumer;
import org.baraza.exchange.workbook.WorkbookWriter;

/**
 * An export on its way into a file.
 *
 * @param amongOthers whether the file has tables of other exports too
 * @param learning told at the end what has come to be known of the data
 */
record ExportPart(
        ExportPlan plan,
        ExportSource source,
        Surroundings surroundings,
        boolean amongOthers,
        Consumer<Shape> learning) {
    private static final String BETWEEN = " - ";
    /** Letters of the name of an export that tell it from others. */
    private static final int TELLING = 8;

    /** What a table is called in the file: among those of others with the name of its export, as much of it as fits. */
    String name(ExportTable table) {
        if (!amongOthers) {
            return table.label();
        }
        if (plan.written().size() == 1) {
            return plan.name();
        }
        int room =
                WorkbookWriter.LONGEST_NAME - BETWEEN.length() - table.label().length();
        int letters = room < TELLING
                ? plan.name().length()
                : Math.min(room, plan.name().length());
        return plan.name().substring(0, letters) + BETWEEN + table.label();
    }

    /** Addresses that can be followed begin with this; empty for none. */
    String links() {
        return plan.manner().transformDates() ? surroundings.linkStart() : "";
    }
}
