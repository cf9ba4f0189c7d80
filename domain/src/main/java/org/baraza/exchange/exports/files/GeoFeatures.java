// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A collection of features (RFC 7946), one for each row that has a place; its cells are properties by their headers. */
final class GeoFeatures implements TableWriter {
    private static final String TYPE = "type";

    private final JsonGenerator json;
    private List<String> headers = List.of();

    GeoFeatures(OutputStream out) {
        this.json = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty(TYPE, "FeatureCollection");
        json.writeName("features").writeStartArray();
    }

    @Override
    public void table(String name, List<String> columns) {
        headers = columns;
    }

    /** Left out, as it is nowhere. */
    @Override
    public void row(String[] cells) {}

    @Override
    public void row(String[] cells, Optional<GeoPoint> place) {
        place.ifPresent(point -> feature(cells, point));
    }

    private void feature(String[] cells, GeoPoint point) {
        json.writeStartObject();
        json.writeStringProperty(TYPE, "Feature");
        json.writeName("geometry").writeStartObject();
        json.writeStringProperty(TYPE, "Point");
        json.writeName("coordinates").writeStartArray();
        json.writeNumber(point.longitude());
        json.writeNumber(point.latitude());
        point.altitude().ifPresent(json::writeNumber);
        json.writeEndArray().writeEndObject();
        json.writeName("properties").writeStartObject();
        for (int cell = 0; cell < cells.length; cell++) {
            json.writeStringProperty(headers.get(cell), cells[cell]);
        }
        json.writeEndObject().writeEndObject();
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray().writeEndObject();
        json.flush();
    }
}
