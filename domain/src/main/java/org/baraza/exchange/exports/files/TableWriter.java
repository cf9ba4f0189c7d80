// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file of tables on its way out, one table after the other. */
public interface TableWriter extends AutoCloseable {

    /**
     * How cells of a workbook are written from here on.
     *
     * @param numbers whether texts that are numbers become numbers
     * @param links addresses that begin with this can be followed; empty for none
     */
    default void cells(boolean numbers, String links) {}

    /** Begins a table and ends the one before it. */
    void table(String name, List<String> headers) throws IOException;

    void row(String[] cells) throws IOException;

    /**
     * Writes a row, in a file for maps at its place; all others do without.
     *
     * @param place where that is which the row tells of; empty where nobody knows
     */
    default void row(String[] cells, Optional<GeoPoint> place) throws IOException {
        row(cells);
    }

    /** Ends the file; the stream below stays open. */
    void finish() throws IOException;

    /** Removes what waited beside the file, whether it was ended or not. */
    @Override
    default void close() throws IOException {}
}
