// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads values of a document whose shape nobody promised: what is missing or of another kind reads as empty. */
final class Read {
    private Read() {}

    static String text(JsonNode at, String key) {
        return scalar(at.path(key));
    }

    static String scalar(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    static Optional<String> filled(JsonNode at, String key) {
        String text = text(at, key);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    static boolean flag(JsonNode at, String key) {
        return flag(at, key, false);
    }

    static boolean flag(JsonNode at, String key, boolean otherwise) {
        JsonNode value = at.path(key);
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    static int number(JsonNode at, String key, int otherwise) {
        JsonNode value = at.path(key);
        if (value.isNumber()) {
            return value.asInt(otherwise);
        }
        String text = scalar(value).strip();
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** A number as the document writes it, such as {@code 365.25}. */
    static String numeral(JsonNode at, String key, String otherwise) {
        String text = text(at, key).strip();
        return text.matches("-?\\d+(\\.\\d+)?") ? text.replaceFirst("\\.0+$", "") : otherwise;
    }

    static Texts texts(JsonNode at, String key) {
        return new Texts(strings(at, key));
    }

    /** The members of an object that are texts, in the order of the document. */
    static Map<String, String> strings(JsonNode at, String key) {
        Map<String, String> strings = new LinkedHashMap<>();
        at.path(key).properties().forEach(member -> {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                strings.put(member.getKey(), member.getValue().asString());
            }
        });
        return strings;
    }

    static List<String> words(JsonNode at, String key) {
        List<String> words = new ArrayList<>();
        for (JsonNode item : at.path(key)) {
            if (!scalar(item).isEmpty()) {
                words.add(scalar(item));
            }
        }
        return words;
    }

    /** The objects of a list. */
    static <T> List<T> list(JsonNode at, String key, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        if (at.path(key).isArray()) {
            for (JsonNode item : at.path(key)) {
                if (item.isObject()) {
                    items.add(read.apply(item));
                }
            }
        }
        return items;
    }

    /** The members of an object that are objects themselves, in the order of the document. */
    static <T> Map<String, T> map(JsonNode at, String key, Function<JsonNode, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        at.path(key).properties().forEach(member -> {
            if (member.getValue().isObject()) {
                map.put(member.getKey(), read.apply(member.getValue()));
            }
        });
        return map;
    }
}
