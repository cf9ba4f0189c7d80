// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a value comes from: a constant, or {@code {"question": "/data/age"}} of a form, {@code {"property": "age"}} of a case,
 * {@code {"field": "received_on"}} of what either is in JSON; with {@code "map"} other words for it and with {@code "as"} what it
 * is to be.
 *
 * @param where what people call the place, for messages
 * @param steps to the value in the document; none for a constant
 * @param otherwise what it is where the document does not say; absent for nothing
 * @param words other words for what the document says; when there are any, there are for all
 */
public record MappedValue(
        String where, List<String> steps, Optional<JsonNode> otherwise, Map<String, String> words, Kind kind) {

    static final MappedValue NONE = constant(JsonNodeFactory.instance.stringNode(""));

    private static final String ROOT = "/data/";
    private static final String ABOUT = "/metadata/";

    private static MappedValue constant(JsonNode value) {
        return new MappedValue("a constant", List.of(), Optional.of(value), Map.of(), Kind.ANY);
    }

    static MappedValue read(Config config) {
        JsonNode node = config.node();
        if (node.isString() || node.isNumber() || node.isBoolean()) {
            return constant(node);
        }
        config.only("question", "property", "field", "otherwise", "map", "as");
        List<String> steps = steps(config);
        Map<String, String> words = new LinkedHashMap<>();
        node.path("map").forEachEntry((from, to) -> words.put(from, to.asString("")));
        String as = node.path("as").asString("any");
        Kind kind = Kind.of(as).orElseGet(() -> {
            config.wrong("\"as\" is one of " + Kind.NAMES + ".");
            return Kind.ANY;
        });
        return new MappedValue(
                config.path(), steps, Optional.of(node.path("otherwise")).filter(JsonNode::isValueNode), words, kind);
    }

    private static List<String> steps(Config config) {
        String question = config.node().path("question").asString("");
        String property = config.node().path("property").asString("");
        String field = config.node().path("field").asString("");
        if (List.of(question, property, field).stream()
                        .filter(said -> !said.isBlank())
                        .count()
                != 1) {
            config.wrong("say one of \"question\", \"property\" and \"field\".");
            return List.of();
        }
        if (!property.isBlank()) {
            return List.of("properties", property);
        }
        if (!field.isBlank()) {
            return List.of(field.split("\\."));
        }
        if (question.startsWith(ROOT)) {
            return List.of(("form/" + question.substring(ROOT.length())).split("/"));
        }
        if (question.startsWith(ABOUT)) {
            return List.of(question.substring(1).split("/"));
        }
        config.wrong("a question begins with /data/ or /metadata/.");
        return List.of();
    }

    /**
     * The value in a document; nothing where it does not say.
     *
     * @throws IllegalStateException when it is not what it is to be
     */
    public Optional<JsonNode> of(ObjectNode document) {
        JsonNode found = document;
        for (String step : steps) {
            found = found.path(step);
        }
        if (steps.isEmpty() || isNothing(found)) {
            return otherwise;
        }
        // The text of an element that has attributes too.
        JsonNode value = found.isObject() && found.has("#text") ? found.path("#text") : found;
        if (!value.isValueNode()) {
            throw new IllegalStateException(where + ": a single value is wanted, and there are several.");
        }
        String text = value.asString();
        if (!words.isEmpty()) {
            return Optional.of(Optional.ofNullable(words.get(text))
                    .<JsonNode>map(JsonNodeFactory.instance::stringNode)
                    .or(() -> otherwise)
                    .map(kind::of)
                    .orElseThrow(
                            () -> new IllegalStateException(where + ": there are no words for \"" + text + "\".")));
        }
        try {
            return Optional.of(kind.of(value));
        } catch (RuntimeException e) {
            throw new IllegalStateException(where + ": \"" + text + "\" cannot be read as " + kind.label() + ".", e);
        }
    }

    private static boolean isNothing(JsonNode found) {
        return found.isMissingNode()
                || found.isNull()
                || (found.isString() && found.stringValue().isBlank());
    }

    /** The same as text. */
    public Optional<String> text(ObjectNode document) {
        return of(document).map(JsonNode::asString);
    }

    /**
     * The same as text that has to be there.
     *
     * @throws IllegalStateException when it is not
     */
    public String must(ObjectNode document) {
        return text(document)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(where + ": the document has no value for it."));
    }
}
