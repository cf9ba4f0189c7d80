// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** When two values are the same, and which comes first, as CommCare HQ's Python has it. */
final class Comparison {

    private Comparison() {}

    /** 1, 1.0 and true are the same; a number and a text never are. */
    static boolean same(Value one, Value other) {
        Optional<BigDecimal> first = number(one);
        Optional<BigDecimal> second = number(other);
        if (first.isPresent() && second.isPresent()) {
            return first.get().compareTo(second.get()) == 0;
        }
        return switch (one) {
            case Value.Items(var values) -> other instanceof Value.Items(var others) && same(values, others);
            case Value.Fields(var values) -> other instanceof Value.Fields(var others) && same(values, others);
            // What is no number is as unlike itself as it is unlike all others.
            case Value.Real(var real) -> other instanceof Value.Real(var second2) && real == second2;
            default -> one.equals(other);
        };
    }

    private static boolean same(List<Value> ones, List<Value> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        Iterator<Value> second = others.iterator();
        return ones.stream().allMatch(one -> same(one, second.next()));
    }

    private static boolean same(Map<String, Value> ones, Map<String, Value> others) {
        return ones.keySet().equals(others.keySet())
                && ones.entrySet().stream()
                        .allMatch(one -> same(one.getValue(), others.getOrDefault(one.getKey(), Value.NOTHING)));
    }

    /** Which of two alike comes first; empty where they are not alike. */
    static OptionalInt order(Value one, Value other) {
        Optional<BigDecimal> first = number(one);
        Optional<BigDecimal> second = number(other);
        if (first.isPresent() && second.isPresent()) {
            return OptionalInt.of(first.get().compareTo(second.get()));
        }
        return switch (one) {
            case Value.Text(var text)
            when other instanceof Value.Text(var text2) -> OptionalInt.of(text.compareTo(text2));
            case Value.Day(var day) when other instanceof Value.Day(var day2) -> OptionalInt.of(day.compareTo(day2));
            case Value.Moment(var moment)
            when other instanceof Value.Moment(var moment2) -> OptionalInt.of(moment.compareTo(moment2));
            case Value.Span(var span)
            when other instanceof Value.Span(var span2) -> OptionalInt.of(span.compareTo(span2));
            case Value.Items(var values) when other instanceof Value.Items(var others) -> order(values, others);
            case Value.Real _ when second.isPresent() || other instanceof Value.Real -> reals(one, other);
            default -> first.isPresent() && other instanceof Value.Real ? reals(one, other) : OptionalInt.empty();
        };
    }

    private static OptionalInt order(List<Value> ones, List<Value> others) {
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return order(ones.get(i), others.get(i));
            }
        }
        return OptionalInt.of(Integer.compare(ones.size(), others.size()));
    }

    /** One of them is endless or no number. */
    private static OptionalInt reals(Value one, Value other) {
        double first = real(one);
        double second = real(other);
        return Double.isNaN(first) || Double.isNaN(second)
                ? OptionalInt.empty()
                : OptionalInt.of(Double.compare(first, second));
    }

    /** A number as a fraction of twos; not a number where it is none. */
    static double real(Value value) {
        return value instanceof Value.Real(var real)
                ? real
                : number(value).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** Exactly, where it is a number that has an end. */
    static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Flag(var flag) -> Optional.of(flag ? BigDecimal.ONE : BigDecimal.ZERO);
            case Value.Whole(var whole) -> Optional.of(new BigDecimal(whole));
            case Value.Exact(var exact) -> Optional.of(exact);
            case Value.Real(var real) when Double.isFinite(real) -> Optional.of(new BigDecimal(real));
            default -> Optional.empty();
        };
    }
}
