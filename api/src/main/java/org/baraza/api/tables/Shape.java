// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.baraza.api.pages.SentJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a body and collects, in the words of JSON Schema, everything in which it is not shaped as it should be. */
final class Shape {
    private static final int LONGEST_BODY = 1024 * 1024;

    private final List<String> wrong = new ArrayList<>();

    /** A body that is a JSON object, whatever is in it. */
    static JsonNode body(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new WrongShape(List.of("The request is too long."));
        }
        try {
            JsonNode body = SentJson.read(bytes);
            if (!body.isObject()) {
                throw new WrongShape(List.of("The request is not of type 'object'"));
            }
            return body;
        } catch (JacksonException e) {
            throw new WrongShape(List.of("The request is not valid JSON."));
        }
    }

    void required(JsonNode object, String name) {
        if (!object.has(name)) {
            wrong.add("'" + name + "' is a required property");
        }
    }

    String text(JsonNode object, String name, String otherwise) {
        JsonNode value = object.path(name);
        return expect(value, name, "string", JsonNode::isString) ? value.stringValue() : otherwise;
    }

    boolean truth(JsonNode object, String name, boolean otherwise) {
        JsonNode value = object.path(name);
        return expect(value, name, "boolean", JsonNode::isBoolean) ? value.booleanValue() : otherwise;
    }

    /** The items of a list; none where there is no list. */
    Iterable<JsonNode> list(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return expect(value, name, "array", JsonNode::isArray) ? value : List.of();
    }

    List<String> texts(JsonNode object, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(object, name)) {
            if (expect(item, name, "string", JsonNode::isString)) {
                texts.add(item.stringValue());
            }
        }
        return texts;
    }

    /** The properties of an object, in their order. */
    Map<String, JsonNode> object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        if (expect(value, name, "object", JsonNode::isObject)) {
            value.properties().forEach(property -> properties.put(property.getKey(), property.getValue()));
        }
        return properties;
    }

    /** An object whose values are texts; numbers and truths become texts, as phones know nothing else. */
    Map<String, String> textByName(JsonNode parent, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(parent, name).forEach((key, value) -> texts.put(key, scalar(value, key)));
        return texts;
    }

    String scalar(JsonNode value, String name) {
        expect(value, name, "string", found -> !found.isContainer());
        return value.isContainer() || value.isNull() ? "" : value.asString();
    }

    /** What is left out is right; whether something is there is asked by {@link #required}. */
    private boolean expect(JsonNode value, String name, String type, Predicate<JsonNode> fits) {
        if (value.isMissingNode()) {
            return false;
        }
        if (!fits.test(value)) {
            wrong.add("'" + name + "' is not of type '" + type + "'");
            return false;
        }
        return true;
    }

    /** Refuses the body if anything was wrong with it. */
    void hold() {
        if (!wrong.isEmpty()) {
            throw new WrongShape(wrong.stream().distinct().toList());
        }
    }
}
