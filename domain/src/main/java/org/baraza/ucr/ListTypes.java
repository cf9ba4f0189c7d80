// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Expressions about lists; what is no list is one without elements (spec/31 section 4). */
final class ListTypes {
    private static final String ITEMS = "items_expression";

    private ListTypes() {}

    static Map<String, Function<Spec, Expression>> all() {
        return Map.of(
                "array_index", ListTypes::arrayIndex,
                "split_string", ListTypes::splitString,
                "iterator", ListTypes::iterator,
                "filter_items", ListTypes::filterItems,
                "map_items", ListTypes::mapItems,
                "reduce_items", ListTypes::reduceItems,
                "flatten", ListTypes::flatten,
                "sort_items", ListTypes::sortItems);
    }

    private static Expression arrayIndex(Spec spec) {
        Expression array = spec.expression("array_expression");
        Expression index = spec.expression("index_expression");
        return (item, situation) -> element(array.of(item, situation).items(), index.of(item, situation));
    }

    /** Counted from the end where it is negative. */
    private static Value element(List<Value> values, Value index) {
        if (!(index instanceof Value.Whole(BigInteger whole)) || whole.bitLength() >= Integer.SIZE) {
            return Value.NOTHING;
        }
        int at = whole.intValue() < 0 ? whole.intValue() + values.size() : whole.intValue();
        return at >= 0 && at < values.size() ? values.get(at) : Value.NOTHING;
    }

    private static Expression splitString(Spec spec) {
        Expression string = spec.expression("string_expression");
        Optional<String> delimiter = spec.optionalText("delimiter").filter(text -> !text.isEmpty());
        Optional<Expression> index = spec.optional("index_expression");
        return (item, situation) -> {
            if (!(string.of(item, situation) instanceof Value.Text(var text))) {
                return Value.NOTHING;
            }
            List<Value> parts = delimiter.map(by -> exactly(text, by)).orElseGet(() -> words(text));
            return index.map(at -> element(parts, at.of(item, situation))).orElseGet(() -> new Value.Items(parts));
        };
    }

    private static List<Value> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty()
                ? List.of()
                : Arrays.stream(stripped.split("\\s+", -1)).map(Value::of).toList();
    }

    private static List<Value> exactly(String text, String delimiter) {
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(Value.of(text.substring(from, at)));
            from = at + delimiter.length();
        }
        parts.add(Value.of(text.substring(from)));
        return parts;
    }

    /** The test knows nothing of the document: only of the value. */
    private static Expression iterator(Spec spec) {
        List<Expression> expressions = spec.list("expressions");
        Filter test = spec.has("test") ? spec.filter("test") : (item, situation) -> true;
        return (item, situation) -> new Value.Items(expressions.stream()
                .map(expression -> expression.of(item, situation))
                .filter(value -> test.accepts(value, situation.about(Value.NOTHING)))
                .toList());
    }

    private static Expression filterItems(Spec spec) {
        Expression items = spec.expression(ITEMS);
        Filter filter = spec.filter("filter_expression");
        return (item, situation) -> new Value.Items(items.of(item, situation).items().stream()
                .filter(each -> filter.accepts(each, situation))
                .toList());
    }

    private static Expression mapItems(Spec spec) {
        Expression items = spec.expression(ITEMS);
        Expression map = spec.expression("map_expression");
        return (item, situation) -> new Value.Items(items.of(item, situation).items().stream()
                .map(each -> map.of(each, situation))
                .toList());
    }

    private static Expression reduceItems(Spec spec) {
        Expression items = spec.expression(ITEMS);
        String name = spec.text("aggregation_fn");
        Function<List<Value>, Value> reduce = switch (name) {
            case "count" -> values -> Value.of(values.size());
            case "sum" -> values -> reduced(Value.of(0), values, Arithmetic::plus);
            case "min" -> values -> extreme(values, (one, other) -> before(one, other, 1));
            case "max" -> values -> extreme(values, (one, other) -> before(one, other, -1));
            case "first_item" -> values -> values.isEmpty() ? Value.NOTHING : values.getFirst();
            case "last_item" -> values -> values.isEmpty() ? Value.NOTHING : values.getLast();
            default -> throw spec.bad("There is no aggregation_fn \"%s\".".formatted(name));
        };
        return (item, situation) -> reduce.apply(items.of(item, situation).items());
    }

    private static Value extreme(List<Value> values, BinaryOperator<Value> better) {
        return values.isEmpty() ? Value.NOTHING : reduced(values.getFirst(), values.subList(1, values.size()), better);
    }

    /** Nothing as soon as two of them do not go together. */
    private static Value reduced(Value first, List<Value> rest, BinaryOperator<Value> together) {
        Value reduced = first;
        for (Value value : rest) {
            reduced = together.apply(reduced, value);
            if (reduced.isNothing()) {
                return Value.NOTHING;
            }
        }
        return reduced;
    }

    /** The first unless the other one is on the right side of it. */
    private static Value before(Value one, Value other, int side) {
        var order = Comparison.order(one, other);
        if (order.isEmpty()) {
            return Value.NOTHING;
        }
        return order.getAsInt() * side > 0 ? other : one;
    }

    private static Expression flatten(Spec spec) {
        Expression items = spec.expression(ITEMS);
        return (item, situation) -> {
            List<Value> lists = items.of(item, situation).items();
            return lists.stream().allMatch(Value.Items.class::isInstance)
                    ? new Value.Items(lists.stream()
                            .flatMap(list -> list.items().stream())
                            .toList())
                    : new Value.Items(List.of());
        };
    }

    private record Sorted(Value key, Value item) {}

    private static Expression sortItems(Spec spec) {
        Expression items = spec.expression(ITEMS);
        Expression sort = spec.expression("sort_expression");
        boolean descending = switch (spec.optionalText("order").orElse("ASC")) {
            case "ASC" -> false;
            case "DESC" -> true;
            default -> throw spec.bad("\"order\" is ASC or DESC.");
        };
        Comparator<Sorted> ascending = Comparator.comparing(Sorted::key, ListTypes::withoutFirst);
        return (item, situation) -> {
            List<Sorted> sorted = items.of(item, situation).items().stream()
                    .map(each -> new Sorted(sort.of(each, situation), each))
                    .toList();
            return alike(sorted)
                    ? new Value.Items(sorted.stream()
                            .sorted(descending ? ascending.reversed() : ascending)
                            .map(Sorted::item)
                            .toList())
                    : new Value.Items(List.of());
        };
    }

    /** Whether each of them can be put before or after the others. */
    private static boolean alike(List<Sorted> sorted) {
        List<Value> keys =
                sorted.stream().map(Sorted::key).filter(key -> !key.isNothing()).toList();
        return keys.stream()
                .allMatch(key -> Comparison.order(keys.getFirst(), key).isPresent());
    }

    private static int withoutFirst(Value one, Value other) {
        return one.isNothing() || other.isNothing()
                ? Boolean.compare(other.isNothing(), one.isNothing())
                : Comparison.order(one, other).orElse(0);
    }
}
