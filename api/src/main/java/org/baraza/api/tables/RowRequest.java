// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tables.FieldValue;
import org.baraza.tables.RowContent;
import tools.jackson.databind.JsonNode;

/** Reads what a program wants a row to be. */
final class RowRequest {
    private final JsonNode body;

    private RowRequest(JsonNode body) {
        this.body = body;
    }

    static RowRequest read(InputStream input) throws IOException {
        return new RowRequest(Shape.body(input));
    }

    /** The id of the table that the row is for. */
    String table() {
        JsonNode id = body.path("data_type_id");
        if (!id.isString() || id.stringValue().isEmpty()) {
            throw new Refused(Problem.Invalid.field("data_type_id", "TABLE_MISSING", "data_type_id must be specified"));
        }
        return id.stringValue();
    }

    /** A row to be made. */
    RowContent content() {
        return after(new RowContent(Map.of(), Map.of()));
    }

    /** The row as it becomes; what is left out stays. */
    RowContent after(RowContent before) {
        Shape shape = new Shape();
        RowContent after = new RowContent(
                body.has("fields") ? fields(shape) : before.fields(),
                body.has("item_attributes") ? shape.textByName(body, "item_attributes") : before.itemAttributes());
        shape.hold();
        return after;
    }

    private Map<String, List<FieldValue>> fields(Shape shape) {
        Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
        shape.object(body, "fields").forEach((name, field) -> {
            shape.required(field, "field_list");
            List<FieldValue> values = new ArrayList<>();
            for (JsonNode value : shape.list(field, "field_list")) {
                shape.required(value, "field_value");
                values.add(new FieldValue(
                        shape.scalar(value.path("field_value"), "field_value"), shape.textByName(value, "properties")));
            }
            fields.put(name, values);
        });
        return fields;
    }
}
