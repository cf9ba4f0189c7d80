// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One table as CSV. */
final class SingleCsv implements TableWriter {
    private final CsvText text;

    SingleCsv(OutputStream out) {
        this.text = new CsvText(out);
    }

    @Override
    public void table(String name, List<String> headers) throws IOException {
        text.header(headers);
    }

    @Override
    public void row(String[] cells) throws IOException {
        text.row(cells);
    }

    @Override
    public void finish() throws IOException {
        text.flush();
    }
}
