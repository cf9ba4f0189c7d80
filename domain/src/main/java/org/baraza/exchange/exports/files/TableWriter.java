// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.util.List;

/** A file of tables on its way out, one table after the other. */
public interface TableWriter {

    /** Begins a table and ends the one before it. */
    void table(String name, List<String> headers) throws IOException;

    void row(String[] cells) throws IOException;

    /** Ends the file; the stream below stays open. */
    void finish() throws IOException;
}
