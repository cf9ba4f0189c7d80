// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** How filters compare what they find with what they want; what cannot be compared does not fit (spec/31 section 5). */
enum Operator {
    EQ {
        @Override
        boolean fits(Value input, Value reference) {
            return Comparison.same(input, reference);
        }
    },
    NOT_EQ {
        @Override
        boolean fits(Value input, Value reference) {
            return !Comparison.same(input, reference);
        }
    },
    IN {
        @Override
        boolean fits(Value input, Value reference) {
            return contains(reference, input);
        }
    },
    IN_MULTI {
        @Override
        boolean fits(Value input, Value reference) {
            return chosen(input).anyMatch(choice -> Comparison.same(choice, reference));
        }
    },
    ANY_IN_MULTI {
        @Override
        boolean fits(Value input, Value reference) {
            List<Value> choices = chosen(input).toList();
            return each(reference)
                    .anyMatch(wanted -> choices.stream().anyMatch(choice -> Comparison.same(choice, wanted)));
        }
    },
    LT {
        @Override
        boolean fits(Value input, Value reference) {
            return ordered(input, reference, order -> order < 0);
        }
    },
    LTE {
        @Override
        boolean fits(Value input, Value reference) {
            return ordered(input, reference, order -> order <= 0);
        }
    },
    GT {
        @Override
        boolean fits(Value input, Value reference) {
            return ordered(input, reference, order -> order > 0) || isTextBesideNumber(input, reference);
        }
    },
    GTE {
        @Override
        boolean fits(Value input, Value reference) {
            return ordered(input, reference, order -> order >= 0) || isTextBesideNumber(input, reference);
        }
    };

    abstract boolean fits(Value input, Value reference);

    /** By the name that specifications have. */
    static Optional<Operator> named(String name) {
        return Arrays.stream(values()).filter(each -> each.slug().equals(name)).findFirst();
    }

    /** The name that specifications have. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a list has it, a text has it as a part, or an object as a key. */
    static boolean contains(Value whole, Value part) {
        return switch (whole) {
            case Value.Items(var values) -> values.stream().anyMatch(value -> Comparison.same(value, part));
            case Value.Text(var text) -> part instanceof Value.Text(var wanted) && text.contains(wanted);
            case Value.Fields(Map<String, Value> values) ->
                part instanceof Value.Text(var wanted) && values.containsKey(wanted);
            default -> false;
        };
    }

    private static boolean ordered(Value input, Value reference, IntPredicate wanted) {
        return Comparison.order(input, reference).stream().anyMatch(wanted);
    }

    /** Python 2 put texts behind numbers, and old specifications count on it. */
    private static boolean isTextBesideNumber(Value input, Value reference) {
        return input instanceof Value.Text && reference instanceof Value.Whole;
    }

    /** What was chosen of several: texts with single blanks between. */
    private static Stream<Value> chosen(Value input) {
        return switch (input) {
            case Value.Text(var text) -> Arrays.stream(text.split(" ", -1)).map(Value::of);
            case Value.Nothing _ -> Stream.of(Value.of(""));
            default -> Stream.empty();
        };
    }

    private static Stream<Value> each(Value reference) {
        return switch (reference) {
            case Value.Text(var text) ->
                text.codePoints().mapToObj(Character::toString).map(Value::of);
            case Value.Fields(Map<String, Value> values) ->
                values.keySet().stream().map(Value::of);
            default -> reference.items().stream();
        };
    }
}
