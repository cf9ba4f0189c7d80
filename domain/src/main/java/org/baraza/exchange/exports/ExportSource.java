// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;
import java.util.Optional;

/** What an export is made of, a part at a time. */
interface ExportSource {

    List<TableLayout> layouts();

    /** How many forms or cases there are. */
    int total();

    /** The rows of the next forms or cases. */
    Part next();

    /** What has come to be known of the data on the way. */
    Shape met();

    /** The place behind what was read so far, for a stretch that begins there; empty when nothing is behind it. */
    Optional<String> rest();

    /**
     * Rows, in order.
     *
     * @param read of how many forms or cases; 0 at the end
     */
    record Part(int read, List<List<ExportRow>> rows) {
        static final Part END = new Part(0, List.of());
    }
}
