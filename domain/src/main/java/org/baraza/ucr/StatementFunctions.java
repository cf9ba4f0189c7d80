// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.baraza.ucr.Statement.Names;
import org.baraza.ucr.Statement.Node;
import org.baraza.ucr.Statement.Unanswerable;

/** The functions that statements call (spec/31 section 6). */
final class StatementFunctions {
    private static final int MOST_OF_RANGE = 99;
    private static final int MOST_PLACES = 1_000;

    private StatementFunctions() {}

    /**
     * A call of a function; one that there is not is worth nothing.
     *
     * @param byName arguments that were given by their names
     * @throws BadSpec when it names an expression that is not there
     */
    static Node call(String name, List<Node> arguments, Map<String, Node> byName, Function<String, Expression> named) {
        return switch (name) {
            case "named" -> named(new Call(arguments, byName), named);
            case "jsonpath" -> jsonPath(new Call(arguments, byName));
            case "date" -> date(new Call(arguments, byName));
            case "context" -> names -> names.item();
            case "root_context" -> names -> names.situation().root();
            case "today" -> names -> new Value.Day(names.situation().today());
            default -> plain(name, arguments, byName);
        };
    }

    /** What a function was given. */
    private record Call(List<Node> arguments, Map<String, Node> byName) {

        /** An argument by its place or its name; nothing where it was not given. */
        Value value(Names names, int place, String name) {
            if (place < arguments.size()) {
                return arguments.get(place).value(names);
            }
            return byName.containsKey(name) ? byName.get(name).value(names) : Value.NOTHING;
        }

        boolean has(int place, String name) {
            return place < arguments.size() || byName.containsKey(name);
        }
    }

    private static Node plain(String name, List<Node> arguments, Map<String, Node> byName) {
        Function<List<Value>, Value> function = function(name);
        if (!byName.isEmpty()) {
            throw new Unanswerable();
        }
        return names -> function.apply(
                arguments.stream().map(argument -> argument.value(names)).toList());
    }

    private static Function<List<Value>, Value> function(String name) {
        return switch (name) {
            case "int" -> values -> whole(only(values));
            case "float" -> values -> real(only(values));
            case "str" -> values -> values.isEmpty() ? Value.of("") : Value.of(Texts.shown(only(values)));
            case "round" -> StatementFunctions::round;
            case "rand" -> values -> new Value.Real(ThreadLocalRandom.current().nextDouble());
            case "randint" ->
                values -> Value.of((long)
                        Math.floor(ThreadLocalRandom.current().nextDouble() * Comparison.real(number(only(values)))));
            case "range" -> StatementFunctions::range;
            case "days" -> values -> Value.of(Parts.days(span(only(values))));
            case "timedelta_to_seconds" ->
                values -> new Value.Real(span(only(values)).toNanos() / 1e9);
            default -> throw new Unanswerable();
        };
    }

    private static Value only(List<Value> values) {
        if (values.size() != 1) {
            throw new Unanswerable();
        }
        return values.getFirst();
    }

    private static Value number(Value value) {
        if (!Arithmetic.isNumber(value)) {
            throw new Unanswerable();
        }
        return value;
    }

    private static Duration span(Value value) {
        if (value instanceof Value.Span(var span)) {
            return span;
        }
        throw new Unanswerable();
    }

    /** Texts are to be whole numbers already. */
    private static Value whole(Value value) {
        if (value instanceof Value.Text(var text) && !text.strip().matches("[+-]?\\d+")) {
            throw new Unanswerable();
        }
        return Statement.answered(Datatype.INTEGER.cast(value));
    }

    private static Value real(Value value) {
        return switch (value) {
            case Value.Text(var text) ->
                new Value.Real(Datatype.number(text.strip())
                        .map(BigDecimal::doubleValue)
                        .orElseThrow(Unanswerable::new));
            default -> new Value.Real(Comparison.real(number(value)));
        };
    }

    /** To the even one of two neighbours; to a whole number when nobody says to how many places. */
    private static Value round(List<Value> values) {
        if (values.isEmpty() || values.size() > 2) {
            throw new Unanswerable();
        }
        Value value = number(values.getFirst());
        BigDecimal exact = Comparison.number(value).orElseThrow(Unanswerable::new);
        if (values.size() == 1 || values.get(1).isNothing()) {
            return new Value.Whole(exact.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
        }
        BigDecimal rounded = exact.setScale(places(values.get(1)), RoundingMode.HALF_EVEN);
        return switch (value) {
            case Value.Real _ -> new Value.Real(rounded.doubleValue());
            case Value.Exact _ -> new Value.Exact(rounded);
            default -> new Value.Whole(rounded.toBigInteger());
        };
    }

    private static int places(Value value) {
        if (value instanceof Value.Whole(BigInteger places)
                && places.abs().compareTo(BigInteger.valueOf(MOST_PLACES)) < 0) {
            return places.intValue();
        }
        throw new Unanswerable();
    }

    private static Value range(List<Value> values) {
        if (values.isEmpty() || values.size() > 3) {
            throw new Unanswerable();
        }
        long from = values.size() == 1 ? 0 : whole(values, 0);
        long to = whole(values, values.size() == 1 ? 0 : 1);
        long step = values.size() < 3 ? 1 : whole(values, 2);
        if (step == 0) {
            throw new Unanswerable();
        }
        long count = Math.max(0, Math.ceilDiv(to - from, step));
        if (count > MOST_OF_RANGE) {
            throw new Unanswerable();
        }
        return new Value.Items(LongStream.range(0, count)
                .mapToObj(at -> Value.of(from + at * step))
                .toList());
    }

    private static long whole(List<Value> values, int at) {
        if (values.get(at) instanceof Value.Whole(BigInteger whole) && whole.bitLength() < Integer.SIZE) {
            return whole.longValue();
        }
        throw new Unanswerable();
    }

    private static Node named(Call call, Function<String, Expression> named) {
        if (call.arguments.isEmpty() || !(literal(call.arguments.getFirst()) instanceof Value.Text(var name))) {
            throw new Unanswerable();
        }
        Expression expression = named.apply(name);
        return names -> expression.of(
                call.has(1, "context") ? call.value(names, 1, "context") : names.item(), names.situation());
    }

    /** What is known of a part of a statement before there is an item. */
    private static Value literal(Node node) {
        try {
            return node.value(new Names(
                    name -> {
                        throw new Unanswerable();
                    },
                    Value.NOTHING,
                    Situation.unknown()));
        } catch (Unanswerable e) {
            return Value.NOTHING;
        }
    }

    private static Node jsonPath(Call call) {
        return names -> {
            if (!(call.value(names, 0, "expr") instanceof Value.Text(var text))) {
                throw new Unanswerable();
            }
            JsonPaths path = JsonPaths.read(text).orElseThrow(Unanswerable::new);
            List<Value> found = path.matches(call.has(2, "context") ? call.value(names, 2, "context") : names.item());
            return call.value(names, 1, "as_list").isTrue() ? new Value.Items(found) : JsonPaths.together(found);
        };
    }

    private static Node date(Call call) {
        return names -> {
            Value value = call.value(names, 0, "value");
            return Statement.answered(
                    call.value(names, 1, "fmt") instanceof Value.Text(var format)
                            ? PythonDates.read(value, format)
                            : Datatype.DATE.cast(value));
        };
    }
}
