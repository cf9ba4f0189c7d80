// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What expressions make, as JSON. */
final class Values {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /** Nothing when the expression has no value. */
    static @Nullable JsonNode json(@Nullable Object value, Bounds bounds) {
        bounds.accept(value);
        return value == null ? null : node(value);
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Number number when Double.isFinite(number.doubleValue()) -> NODES.numberNode(number.doubleValue());
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            default -> throw new IllegalStateException("The expression makes something that JSON does not know.");
        };
    }

    private static JsonNode array(List<?> list) {
        ArrayNode array = NODES.arrayNode();
        list.forEach(item -> array.add(node(item)));
        return array;
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((name, item) -> object.set(String.valueOf(name), node(item)));
        return object;
    }
}
