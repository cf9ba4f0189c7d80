// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads specifications of expressions and filters, as people bring them from CommCare HQ. */
public final class Specs {
    /** More than anybody has written, and few enough to be gone through by recursion. */
    private static final int DEEPEST = 200;

    private static final Map<String, Function<Spec, Expression>> EXPRESSIONS = new TreeMap<>();
    private static final Map<String, Function<Spec, Filter>> FILTERS = Map.copyOf(FilterTypes.all());

    static {
        EXPRESSIONS.putAll(ValueTypes.all());
        EXPRESSIONS.putAll(ListTypes.all());
        EXPRESSIONS.putAll(DateTypes.all());
        EXPRESSIONS.putAll(LookupTypes.all());
    }

    private final Map<String, JsonNode> namedExpressions;
    private final Map<String, JsonNode> namedFilters;
    private final Map<String, Expression> readExpressions = new HashMap<>();
    private final Map<String, Filter> readFilters = new HashMap<>();
    private final Deque<String> reading = new ArrayDeque<>();
    private int depth;

    /** With expressions and filters that others may name. */
    public Specs(Map<String, JsonNode> namedExpressions, Map<String, JsonNode> namedFilters) {
        this.namedExpressions = Map.copyOf(namedExpressions);
        this.namedFilters = Map.copyOf(namedFilters);
    }

    /** Without any that have names. */
    public static Specs plain() {
        return new Specs(Map.of(), Map.of());
    }

    /**
     * An expression.
     *
     * @throws BadSpec when it cannot be read
     */
    public Expression expression(JsonNode json) {
        return expression(json, "");
    }

    /**
     * A filter; an empty object accepts everything.
     *
     * @throws BadSpec when it cannot be read
     */
    public Filter filter(JsonNode json) {
        return json.isObject() && json.isEmpty() ? (item, situation) -> true : filter(json, "");
    }

    Expression expression(JsonNode json, String place) {
        if (!json.isObject()) {
            Value constant = Constants.read(Json.value(json));
            return (item, situation) -> constant;
        }
        return read(json, place, EXPRESSIONS, "expression");
    }

    Filter filter(JsonNode json, String place) {
        if (!json.isObject()) {
            throw new BadSpec(place, "A filter is an object.");
        }
        return read(json, place, FILTERS, "filter");
    }

    private <T> T read(JsonNode json, String place, Map<String, Function<Spec, T>> types, String what) {
        Spec spec = new Spec(json, place, this);
        @Nullable Function<Spec, T> type = types.get(spec.type());
        if (type == null) {
            throw spec.bad("Invalid or missing %s type \"%s\". There are: %s."
                    .formatted(
                            what, spec.type(), types.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        if (depth >= DEEPEST) {
            throw spec.bad("It is nested too deeply.");
        }
        depth++;
        try {
            return type.apply(spec);
        } finally {
            depth--;
        }
    }

    Expression namedExpression(Spec spec, String name) {
        Expression read = once(spec, name, "expression", namedExpressions, readExpressions, this::expression);
        return (item, situation) -> situation.remembered(name, item, () -> read.of(item, situation));
    }

    Filter namedFilter(Spec spec, String name) {
        return once(spec, name, "filter", namedFilters, readFilters, this::filter);
    }

    private interface Reader<T> {
        T read(JsonNode json, String place);
    }

    private <T> T once(
            Spec spec, String name, String what, Map<String, JsonNode> all, Map<String, T> read, Reader<T> reader) {
        @Nullable T known = read.get(name);
        if (known != null) {
            return known;
        }
        String full = "named " + what + " " + name;
        if (!all.containsKey(name)) {
            throw spec.bad("There is no named %s \"%s\".".formatted(what, name));
        }
        if (reading.contains(full)) {
            throw spec.bad("The named %s \"%s\" needs itself.".formatted(what, name));
        }
        reading.push(full);
        try {
            T made = reader.read(all.get(name), full);
            read.put(name, made);
            return made;
        } finally {
            reading.pop();
        }
    }
}
