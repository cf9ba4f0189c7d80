// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.forms.Form;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The meta block of a form as its metadata: flat, with what the server found out (data API: form JSON). */
final class FormMetadata {
    private static final List<String> TIMES = List.of("timeStart", "timeEnd");
    /** Those that phones write with attributes beside. */
    private static final Set<String> TEXTS = Set.of("appVersion", "location");

    private FormMetadata() {}

    static ObjectNode of(ObjectNode meta, Form form) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> entry : meta.properties()) {
            if (!entry.getKey().startsWith("@")) {
                json.put(entry.getKey(), flat(entry.getKey(), entry.getValue()));
            }
        }
        TIMES.forEach(name -> json.put(name, time(text(meta.path(name)))));
        for (String name : List.of("deviceID", "username", "userID", "instanceID", "appVersion", "location")) {
            if (!json.has(name)) {
                json.putNull(name);
            }
        }
        json.put("geo_point", text(meta.path("location")));
        json.put("commcare_version", form.commcareVersion());
        json.put("app_build_version", number(form.appVersion()));
        return json;
    }

    private static @Nullable String flat(String name, JsonNode value) {
        return TEXTS.contains(name) || !value.isObject()
                ? text(value)
                : value.properties().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue().asString(""))
                        .collect(Collectors.joining(", "));
    }

    /** What stands in an element, whether or not it has attributes beside. */
    private static @Nullable String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        JsonNode inside = value.path("#text");
        return inside.isString() ? inside.stringValue() : null;
    }

    /** What is no time is left out. */
    private static @Nullable String time(@Nullable String text) {
        return text == null
                ? null
                : Timestamps.parse(text).map(Timestamps::format).orElse(null);
    }

    private static @Nullable Integer number(@Nullable String version) {
        try {
            return version == null ? null : Integer.valueOf(version);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
