// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One object: each table by its name, with its headers and rows. */
final class JsonTables implements TableWriter {
    private final JsonGenerator json;
    private boolean inTable;

    JsonTables(OutputStream out) {
        this.json = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
        json.writeStartObject();
    }

    @Override
    public void table(String name, List<String> headers) {
        endTable();
        json.writeName(name).writeStartObject();
        json.writeName("headers").writeStartArray();
        headers.forEach(json::writeString);
        json.writeEndArray();
        json.writeName("rows").writeStartArray();
        inTable = true;
    }

    @Override
    public void row(String[] cells) {
        json.writeStartArray();
        for (String cell : cells) {
            json.writeString(cell);
        }
        json.writeEndArray();
    }

    private void endTable() {
        if (inTable) {
            json.writeEndArray().writeEndObject();
        }
    }

    @Override
    public void finish() throws IOException {
        endTable();
        json.writeEndObject();
        json.flush();
    }
}
