// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An object for each row, by the headers, on a line of its own; of several tables each says which it is of. */
final class JsonLines implements TableWriter {
    private static final String TABLE = "table";

    private final JsonGenerator json;
    private final boolean several;
    private String name = "";
    private List<String> headers = List.of();

    JsonLines(OutputStream out, boolean several) {
        this.json = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .writer()
                .withRootValueSeparator("")
                .createGenerator(out);
        this.several = several;
    }

    @Override
    public void table(String table, List<String> columns) {
        name = table;
        headers = columns;
    }

    @Override
    public void row(String[] cells) {
        json.writeStartObject();
        if (several) {
            json.writeStringProperty(TABLE, name);
        }
        for (int place = 0; place < cells.length; place++) {
            json.writeStringProperty(headers.get(place), cells[place]);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void finish() throws IOException {
        json.flush();
    }
}
