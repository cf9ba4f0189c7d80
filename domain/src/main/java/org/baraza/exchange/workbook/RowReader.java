// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.util.Iterator;

/** The rows of a table that somebody sent, one after the other; empty ones are passed over. */
public interface RowReader extends Iterator<DataRow>, AutoCloseable {

    /** What the first row says. */
    Columns columns();

    @Override
    void close();
}
