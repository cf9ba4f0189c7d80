// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Predicate;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON object that a program sent, read field by field. A field that is null counts as one that is not there. */
public final class JsonBody {
    private static final int LONGEST = 4 * 1024 * 1024;

    private final JsonNode node;

    private JsonBody(JsonNode node) {
        if (!node.isObject()) {
            throw invalid("body", "BODY_INVALID", "The request must be a JSON object.");
        }
        this.node = node;
    }

    public static JsonBody read(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw invalid("body", "BODY_TOO_LONG", "The request is too long.");
        }
        try {
            return new JsonBody(SentJson.read(bytes));
        } catch (JacksonException e) {
            throw invalid("body", "BODY_INVALID", "The request is not valid JSON.");
        }
    }

    /** The objects of a list that is sent in one, under {@code objects}. */
    public List<JsonBody> objects() {
        JsonNode objects = node.path("objects");
        if (!objects.isArray()) {
            throw invalid("objects", "OBJECTS_MISSING", "Invalid data sent: missing 'objects'");
        }
        List<JsonBody> bodies = new ArrayList<>();
        objects.forEach(object -> bodies.add(new JsonBody(object)));
        return bodies;
    }

    public SequencedCollection<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** A list without elements, as some programs write nothing. */
    public boolean isEmptyList(String name) {
        return node.path(name).isArray() && node.path(name).isEmpty();
    }

    public Optional<String> text(String name) {
        return field(name, JsonNode::isString, "a text").map(JsonNode::stringValue);
    }

    public Optional<Boolean> flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    /** A number, which may also stand in a text; an empty text counts as none. */
    public Optional<BigDecimal> decimal(String name) {
        return field(name, value -> value.isNumber() || value.isString(), "a number")
                .filter(value -> !(value.isString() && value.stringValue().isBlank()))
                .map(value -> {
                    try {
                        return new BigDecimal(value.asString().strip());
                    } catch (NumberFormatException e) {
                        throw invalid(name, "FIELD_INVALID", "'" + name + "' must be a number.");
                    }
                });
    }

    public Optional<List<String>> list(String name) {
        return field(name, JsonNode::isArray, "a list").map(list -> {
            List<String> texts = new ArrayList<>();
            list.forEach(value -> texts.add(scalar(name, value)));
            return texts;
        });
    }

    /** Phones know texts only, so numbers and truths become texts here. */
    public Optional<Map<String, String>> texts(String name) {
        return field(name, JsonNode::isObject, "an object").map(object -> {
            Map<String, String> texts = new LinkedHashMap<>();
            object.properties().forEach(entry -> texts.put(entry.getKey(), scalar(name, entry.getValue())));
            return texts;
        });
    }

    private Optional<JsonNode> field(String name, Predicate<JsonNode> kind, String article) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!kind.test(value)) {
            throw invalid(name, "FIELD_INVALID", "'" + name + "' must be " + article + ".");
        }
        return Optional.of(value);
    }

    private static String scalar(String name, JsonNode value) {
        if (value.isContainer()) {
            throw invalid(name, "FIELD_INVALID", "'" + name + "' holds texts only.");
        }
        return value.isNull() ? "" : value.asString();
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
