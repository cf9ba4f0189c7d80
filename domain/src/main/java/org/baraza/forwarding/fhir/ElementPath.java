// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a value goes in a resource: {@code name[0].given[0]}, with {@code $.} before it or not. */
record ElementPath(List<Step> steps) {
    static final String OTHERWISE = "a path like name[0].given[0] is wanted.";

    static final String TAKEN_ALREADY =
            "this element is not mapped: \"resourceType\" says what it is, and identifiers are a list, identifier[0].";

    static final String IDENTIFIER = "identifier";

    private static final Pattern STEP = Pattern.compile("([a-zA-Z_]\\w*)|\\[(\\d)]");

    /** A name in an object, or a place in a list. */
    sealed interface Step {
        record Name(String name) implements Step {}

        record Place(int place) implements Step {}
    }

    static ElementPath of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text.startsWith("$.") ? text.substring(2) : text);
        while (matcher.find()) {
            steps.add(
                    matcher.group(1) != null
                            ? new Step.Name(matcher.group(1))
                            : new Step.Place(Integer.parseInt(matcher.group(2))));
        }
        return new ElementPath(List.copyOf(steps));
    }

    /**
     * Puts a value there, with all that is on the way.
     *
     * @throws IllegalStateException when another value is in the way
     */
    void put(ObjectNode resource, JsonNode value) {
        JsonNode here = resource;
        for (int index = 0; index < steps.size(); index++) {
            boolean last = index == steps.size() - 1;
            boolean listNext = !last && steps.get(index + 1) instanceof Step.Place;
            here = go(here, steps.get(index), last, listNext, value);
        }
    }

    private static JsonNode go(JsonNode here, Step step, boolean last, boolean listNext, JsonNode value) {
        switch (step) {
            case Step.Name(String name)
            when here instanceof ObjectNode object -> {
                if (last) {
                    object.set(name, value);
                } else if (!object.has(name)) {
                    object.set(name, container(listNext));
                }
                return object.path(name);
            }
            case Step.Place(int place)
            when here instanceof ArrayNode list -> {
                while (list.size() <= place) {
                    list.addNull();
                }
                if (last) {
                    list.set(place, value);
                } else if (list.get(place).isNull()) {
                    list.set(place, container(listNext));
                }
                return list.get(place);
            }
            default ->
                throw new IllegalStateException("Two elements of the mapping do not fit together: " + step + ".");
        }
    }

    /** Lets those in lists move up where there is nothing before them. */
    static void closeGaps(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int index = list.size() - 1; index >= 0; index--) {
                if (list.get(index).isNull()) {
                    list.remove(index);
                }
            }
        }
        node.forEach(ElementPath::closeGaps);
    }

    private static JsonNode container(boolean list) {
        return list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
    }
}
