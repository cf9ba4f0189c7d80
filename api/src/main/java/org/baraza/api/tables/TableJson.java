// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.tables.FieldValue;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupTable;
import org.baraza.tables.TableIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lookup tables and their rows as CommCare HQ writes them. */
final class TableJson {
    private TableJson() {}

    static ObjectNode table(LookupTable table) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", TableIds.hex(table.id()));
        json.put("tag", table.tag());
        json.put("is_global", table.definition().global());
        var fields = json.putArray("fields");
        table.definition().fields().forEach(field -> {
            var properties = fields.addObject().put("field_name", field.name()).putArray("properties");
            field.properties().forEach(properties::add);
        });
        var attributes = json.putArray("item_attributes");
        table.definition().itemAttributes().forEach(attributes::add);
        return json.put("resource_uri", "");
    }

    /** @param idText how ids are written: the second version of the resource has dashes in them */
    static ObjectNode row(LookupRow row, Function<UUID, String> idText) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", idText.apply(row.id()));
        json.put("data_type_id", idText.apply(row.tableId()));
        ObjectNode fields = json.putObject("fields");
        row.content().fields().forEach((name, values) -> {
            var list = fields.putObject(name).putArray("field_list");
            for (FieldValue value : values) {
                texts(list.addObject().put("field_value", value.value()).putObject("properties"), value.properties());
            }
        });
        texts(json.putObject("item_attributes"), row.content().itemAttributes());
        return json.put("sort_key", row.sortKey()).put("resource_uri", "");
    }

    private static void texts(ObjectNode json, Map<String, String> texts) {
        texts.forEach(json::put);
    }

    /** A row with the first value of each field. */
    static ObjectNode fixture(LookupRow row, @Nullable String tag) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", TableIds.hex(row.id()));
        json.put("fixture_type", tag);
        ObjectNode fields = json.putObject("fields");
        row.content().fields().forEach((name, values) -> fields.put(name, first(values)));
        return json.put("resource_uri", "");
    }

    private static @Nullable String first(List<FieldValue> values) {
        return values.isEmpty() ? null : values.getFirst().value();
    }
}
