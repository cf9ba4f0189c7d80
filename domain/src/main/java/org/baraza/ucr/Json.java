// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as JSON and back. */
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** Texts stay texts, whatever they look like. */
    public static Value value(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> Value.of(json.booleanValue());
            case STRING -> Value.of(json.stringValue());
            case NUMBER ->
                json.isIntegralNumber() ? new Value.Whole(json.bigIntegerValue()) : new Value.Real(json.doubleValue());
            case ARRAY -> {
                List<Value> values = new ArrayList<>();
                json.forEach(element -> values.add(value(element)));
                yield new Value.Items(values);
            }
            case OBJECT -> {
                Map<String, Value> values = new LinkedHashMap<>();
                json.properties().forEach(property -> values.put(property.getKey(), value(property.getValue())));
                yield new Value.Fields(values);
            }
            default -> Value.NOTHING;
        };
    }

    /** Days, moments and decimals are texts in JSON, as CommCare HQ writes them. */
    public static JsonNode json(Value value) {
        return switch (value) {
            case Value.Nothing _ -> NODES.nullNode();
            case Value.Flag(var flag) -> NODES.booleanNode(flag);
            case Value.Whole(var whole) -> NODES.numberNode(whole);
            case Value.Real(var real) ->
                Double.isFinite(real) ? NODES.numberNode(BigDecimal.valueOf(real)) : NODES.nullNode();
            case Value.Items(var values) -> {
                var array = NODES.arrayNode();
                values.forEach(element -> array.add(json(element)));
                yield array;
            }
            case Value.Fields(var values) -> {
                var object = NODES.objectNode();
                values.forEach((key, element) -> object.set(key, json(element)));
                yield object;
            }
            case Value.Text _, Value.Exact _, Value.Day _, Value.Moment _, Value.TimeOfDay _, Value.Span _ ->
                NODES.stringNode(Texts.json(value));
        };
    }
}
