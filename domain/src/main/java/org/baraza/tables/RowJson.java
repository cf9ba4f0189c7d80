// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows and the fields of tables as they are kept: in the words of CommCare HQ's data API. */
final class RowJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VALUE = "field_value";
    private static final String PROPERTIES = "properties";

    private RowJson() {}

    static String ofFields(Map<String, List<FieldValue>> fields) {
        ObjectNode json = JSON.createObjectNode();
        fields.forEach((name, values) -> {
            var list = json.putArray(name);
            values.forEach(value ->
                    texts(list.addObject().put(VALUE, value.value()).putObject(PROPERTIES), value.properties()));
        });
        return json.toString();
    }

    static String ofTexts(Map<String, String> texts) {
        ObjectNode json = JSON.createObjectNode();
        texts(json, texts);
        return json.toString();
    }

    private static void texts(ObjectNode json, Map<String, String> texts) {
        texts.forEach(json::put);
    }

    static RowContent content(String fields, String itemAttributes) {
        Map<String, List<FieldValue>> read = new LinkedHashMap<>();
        JSON.readTree(fields).properties().forEach(field -> {
            List<FieldValue> values = new ArrayList<>();
            field.getValue()
                    .forEach(value ->
                            values.add(new FieldValue(value.path(VALUE).asString(""), texts(value.path(PROPERTIES)))));
            read.put(field.getKey(), values);
        });
        return new RowContent(read, texts(JSON.readTree(itemAttributes)));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    static String ofTableFields(List<TableField> fields) {
        var json = JSON.createArrayNode();
        for (TableField field : fields) {
            var properties = json.addObject()
                    .put("name", field.name())
                    .put("indexed", field.indexed())
                    .putArray(PROPERTIES);
            field.properties().forEach(properties::add);
        }
        return json.toString();
    }

    static List<TableField> tableFields(String json) {
        List<TableField> fields = new ArrayList<>();
        JSON.readTree(json).forEach(field -> {
            List<String> properties = new ArrayList<>();
            field.path(PROPERTIES).forEach(name -> properties.add(name.asString("")));
            fields.add(new TableField(
                    field.path("name").asString(""),
                    properties,
                    field.path("indexed").asBoolean(false)));
        });
        return fields;
    }
}
