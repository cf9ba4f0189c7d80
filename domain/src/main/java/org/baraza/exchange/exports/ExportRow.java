// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Optional;
import org.baraza.exchange.exports.files.GeoPoint;

/**
 * A row of a table of an export.
 *
 * @param table its place among the tables that are written
 * @param place where the case is, for formats that show it; else empty
 */
record ExportRow(int table, String[] cells, Optional<GeoPoint> place) {

    ExportRow(int table, String[] cells) {
        this(table, cells, Optional.empty());
    }
}
