// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;
import tools.jackson.databind.JsonNode;

/** Reads what a program wants a lookup table to be. */
final class TableRequest {
    private final JsonNode body;

    private TableRequest(JsonNode body) {
        this.body = body;
    }

    static TableRequest read(InputStream input) throws IOException {
        return new TableRequest(Shape.body(input));
    }

    /** A table to be made. */
    TableDefinition table() {
        Shape shape = new Shape();
        shape.required(body, "tag");
        shape.required(body, "fields");
        return read(shape, new TableDefinition("", false, "", List.of(), List.of()));
    }

    /** The table as it becomes; what is left out stays, and it must say which table it means. */
    TableDefinition after(TableDefinition before) {
        if (!body.hasNonNull("tag")) {
            throw new Refused(Problem.Invalid.field("tag", "TAG_MISSING", "tag must be specified"));
        }
        return read(new Shape(), before);
    }

    private TableDefinition read(Shape shape, TableDefinition before) {
        List<TableField> fields =
                body.has("fields") ? fields(shape, field -> wasIndexed(before, field)) : before.fields();
        TableDefinition read = new TableDefinition(
                shape.text(body, "tag", ""),
                shape.truth(body, "is_global", before.global()),
                shape.text(body, "description", before.description()),
                fields,
                body.has("item_attributes") ? shape.texts(body, "item_attributes") : before.itemAttributes());
        shape.hold();
        return read;
    }

    /** Answers do not tell which fields are indexed, so who sends one back does not mean that it is not. */
    private static boolean wasIndexed(TableDefinition before, String name) {
        return before.fields().stream().anyMatch(field -> field.name().equals(name) && field.indexed());
    }

    private List<TableField> fields(Shape shape, Function<String, Boolean> indexed) {
        List<TableField> fields = new ArrayList<>();
        for (JsonNode field : shape.list(body, "fields")) {
            String name = shape.text(field, field.has("field_name") ? "field_name" : "name", "");
            if (!field.has("name")) {
                shape.required(field, "field_name");
            }
            fields.add(new TableField(
                    name, shape.texts(field, "properties"), shape.truth(field, "is_indexed", indexed.apply(name))));
        }
        return fields;
    }
}
