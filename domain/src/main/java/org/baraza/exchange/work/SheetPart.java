// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;
import org.baraza.exchange.workbook.DataRow;

/** Rows of a sheet that are done together, at their place in the order of the work. */
public interface SheetPart {

    String sheet();

    /** Whether the row belongs to this part; each row of a sheet belongs to one. */
    default boolean takes(DataRow row) {
        return true;
    }

    /** Hears of each row, in order, before it is done and also when an earlier run has done it. */
    default void passing(DataRow row) {}

    /** How many rows are made ready together. */
    default int atOnce() {
        return 200;
    }

    /** Makes the rows ready, in their order. */
    List<Step> steps(List<DataRow> rows);
}
