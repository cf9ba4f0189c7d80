// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/**
 * How values are written.
 *
 * @param splitMultiselects whether each option of a question with several answers has a column of its own
 * @param transformDates whether times are those of the project's time zone, and names of attachments become links
 * @param formatCells whether numbers of a workbook are numbers
 * @param deidentified whether columns that are marked as sensitive are hidden
 * @param includeErrors whether duplicates and forms that could not be processed are there too
 */
public record ExportManner(
        boolean splitMultiselects,
        boolean transformDates,
        boolean formatCells,
        boolean deidentified,
        boolean includeErrors) {
    public static final ExportManner USUAL = new ExportManner(false, true, false, false, false);
}
