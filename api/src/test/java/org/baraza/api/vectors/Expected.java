// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a vector expects somewhere in an answer. Objects match as a subset, arrays as a whole; an object of keys that begin with a
 * dollar is a list of matchers that must all hold. Each matcher is explained in the vectors' own description.
 */
record Expected(JsonNode wanted, String at) {

    /** @param got null where there is nothing at all */
    void match(@Nullable JsonNode got) {
        if (isMatchers()) {
            wanted.properties().forEach(matcher -> hold(matcher.getKey(), matcher.getValue(), got));
        } else if (got == null) {
            throw Mismatch.at(at, "must be " + Mismatch.shown(wanted.toString()), null);
        } else if (wanted.isObject()) {
            matchObject(got);
        } else if (wanted.isArray()) {
            matchArray(got);
        } else if (!same(wanted, got)) {
            throw Mismatch.at(at, "must be " + wanted, got);
        }
    }

    private boolean isMatchers() {
        return wanted.isObject()
                && !wanted.isEmpty()
                && wanted.propertyNames().stream().allMatch(name -> name.startsWith("$"));
    }

    private boolean fits(@Nullable JsonNode got) {
        try {
            match(got);
            return true;
        } catch (Mismatch e) {
            return false;
        }
    }

    private void matchObject(JsonNode got) {
        require(got.isObject(), "must be an object", got);
        require(!wanted.isEmpty() || got.isEmpty(), "must be {}", got);
        wanted.properties()
                .forEach(entry ->
                        new Expected(entry.getValue(), at + "." + entry.getKey()).match(got.get(entry.getKey())));
    }

    private void matchArray(JsonNode got) {
        require(got.isArray() && got.size() == wanted.size(), "must be an array of " + wanted.size(), got);
        for (int i = 0; i < wanted.size(); i++) {
            new Expected(wanted.get(i), at + "[" + i + "]").match(got.get(i));
        }
    }

    /** One and one point nothing are the same, one and true are not. */
    private static boolean same(JsonNode wanted, JsonNode got) {
        return wanted.isNumber() && got.isNumber()
                ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
                : wanted.equals(got);
    }

    private void hold(String matcher, JsonNode value, @Nullable JsonNode got) {
        switch (matcher) {
            case "$absent" -> require(got == null, "must be absent", got);
            case "$null_or_absent" -> require(got == null || got.isNull(), "must be null or absent", got);
            default -> {
                if (got == null) {
                    throw Mismatch.at(at, "is missing", null);
                }
                holdOfValue(matcher, value, got);
            }
        }
    }

    private void holdOfValue(String matcher, JsonNode value, JsonNode got) {
        switch (matcher) {
            case "$any" -> {}
            case "$type" -> require(isOfType(value, got), "type must be " + value, got);
            case "$re" ->
                require(
                        got.isString()
                                && Pattern.compile(value.asString())
                                        .matcher(got.asString())
                                        .find(),
                        "must match /" + value.asString() + "/",
                        got);
            case "$len" -> require(length(got) == value.asInt(), "length must be " + value, got);
            case "$ne" -> require(!same(value, got), "must differ from " + value, got);
            case "$keys" ->
                require(
                        got.isObject() && texts(value).equals(new TreeSet<>(got.propertyNames())),
                        "keys must be exactly " + value,
                        got);
            case "$not_keys" ->
                require(
                        got.isObject() && texts(value).stream().noneMatch(got::has),
                        "must not have the keys " + value,
                        got);
            case "$ids" -> matchIds(value, got);
            case "$contains" -> matchContained(value, got);
            case "$lacks" ->
                value.forEach(pattern -> got.forEach(element ->
                        require(!new Expected(pattern, at).fits(element), "must not have " + pattern, element)));
            case "$unordered" -> {
                require(got.isArray() && got.size() == value.size(), "must have " + value.size() + " elements", got);
                matchContained(value, got);
            }
            case "$all" -> value.forEach(pattern -> new Expected(pattern, at).match(got));
            case "$query" -> require(query(got.asString("")).equals(query(value)), "query must be " + value, got);
            case "$instant" ->
                require(
                        got.isString() && instant(got.asString()).equals(instant(value.asString())),
                        "must be the instant " + value,
                        got);
            default -> throw new IllegalArgumentException("unknown matcher " + matcher);
        }
    }

    private void matchIds(JsonNode value, JsonNode got) {
        Map.Entry<String, JsonNode> wantedIds = value.properties().iterator().next();
        require(got.isArray() && got.size() == wantedIds.getValue().size(), "must be the elements " + value, got);
        Iterator<JsonNode> ids = wantedIds.getValue().iterator();
        for (JsonNode element : got) {
            require(Objects.equals(element.get(wantedIds.getKey()), ids.next()), "must be the elements " + value, got);
        }
    }

    private void matchContained(JsonNode value, JsonNode got) {
        require(got.isArray(), "must be an array", got);
        for (JsonNode pattern : value) {
            require(got.valueStream().anyMatch(new Expected(pattern, at)::fits), "no element matches " + pattern, got);
        }
    }

    private static boolean isOfType(JsonNode types, JsonNode got) {
        return types.isArray()
                ? types.valueStream().anyMatch(type -> isOfType(type, got))
                : switch (types.asString()) {
                    case "string" -> got.isString();
                    case "number" -> got.isNumber();
                    case "integer" -> got.isIntegralNumber();
                    case "boolean" -> got.isBoolean();
                    case "object" -> got.isObject();
                    case "array" -> got.isArray();
                    case "null" -> got.isNull();
                    default -> throw new IllegalArgumentException("unknown type " + types);
                };
    }

    private static int length(JsonNode got) {
        return got.isString() ? got.asString().length() : got.isContainer() ? got.size() : -1;
    }

    private static Set<String> texts(JsonNode names) {
        Set<String> texts = new TreeSet<>();
        names.forEach(name -> texts.add(name.asString()));
        return texts;
    }

    private static Map<String, String> query(JsonNode parameters) {
        Map<String, String> read = new LinkedHashMap<>();
        parameters
                .properties()
                .forEach(parameter ->
                        read.put(parameter.getKey(), parameter.getValue().asString()));
        return read;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        int question = text.indexOf('?');
        for (String pair :
                question < 0 ? new String[0] : text.substring(question + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            read.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return read;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Instant instant(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private void require(boolean holds, String why, @Nullable JsonNode got) {
        if (!holds) {
            throw Mismatch.at(at, why, got);
        }
    }

    /** As {@link #match}, of a text. */
    void matchText(@Nullable String got) {
        match(got == null ? null : JsonMapper.shared().valueToTree(got));
    }
}
