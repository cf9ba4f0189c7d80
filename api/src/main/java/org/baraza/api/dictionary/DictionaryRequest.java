// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.api.pages.SentJson;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Changes as CommCare HQ's page sends them: two lists, each as the text of its JSON. */
final class DictionaryRequest {
    private DictionaryRequest() {}

    static DictionaryChange change(String groups, String properties) {
        List<DictionaryChange.Group> changedGroups = new ArrayList<>();
        list("groups", groups).forEach(json -> changedGroups.add(group(json)));
        List<DictionaryChange.Property> changed = new ArrayList<>();
        list("properties", properties).forEach(json -> changed.add(property(json)));
        return new DictionaryChange(changedGroups, changed);
    }

    private static JsonNode list(String field, String text) {
        try {
            JsonNode json = SentJson.read(text);
            if (json.isArray()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw noList(field);
        }
        throw noList(field);
    }

    private static Refused noList(String field) {
        return new Refused(Problem.Invalid.field(field, "JSON_INVALID", "The field " + field + " is no list in JSON."));
    }

    private static DictionaryChange.Group group(JsonNode json) {
        return new DictionaryChange.Group(
                json.path("caseType").asString(""),
                number(json, "id"),
                json.path("name").asString(""),
                number(json, "index"),
                text(json, "description"),
                flag(json, "deprecated"));
    }

    private static DictionaryChange.Property property(JsonNode json) {
        return new DictionaryChange.Property(
                json.path("caseType").asString(""),
                json.path("name").asString(""),
                text(json, "label"),
                number(json, "index"),
                text(json, "group"),
                text(json, "description"),
                dataType(json),
                flag(json, "deprecated"),
                Optional.ofNullable(flag(json, "deleted")).orElse(false),
                allowed(json.path("allowed_values")),
                text(json, "fhir_resource_prop_path"));
    }

    private static @Nullable DataType dataType(JsonNode json) {
        String text = text(json, "data_type");
        if (text == null) {
            return null;
        }
        return DataType.of(text)
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        "data_type", "DATA_TYPE_UNKNOWN", "There is no data type \"" + text + "\".")));
    }

    /** An object of descriptions by values; null when nothing is said of them. */
    private static @Nullable List<AllowedValue> allowed(JsonNode json) {
        return json.isObject()
                ? json.properties().stream()
                        .map(value -> new AllowedValue(
                                value.getKey(), value.getValue().asString("")))
                        .toList()
                : null;
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.path(field).isString() ? json.path(field).asString() : null;
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        return json.path(field).isInt() ? json.path(field).asInt() : null;
    }

    private static @Nullable Boolean flag(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isBoolean()
                ? (Boolean) value.asBoolean()
                : value.isString() ? (Boolean) value.asString().equals("true") : null;
    }
}
