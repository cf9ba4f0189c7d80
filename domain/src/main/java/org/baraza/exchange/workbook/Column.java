// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

/**
 * A column of a sheet.
 *
 * @param index from 0 on; negative when the sheet does not have it
 * @param header as it stands in the sheet
 */
public record Column(int index, String header) {
    private static final Column NONE = new Column(-1, "");

    /** One that the sheet does not have. */
    public static Column none() {
        return NONE;
    }

    public boolean isThere() {
        return index >= 0;
    }
}
