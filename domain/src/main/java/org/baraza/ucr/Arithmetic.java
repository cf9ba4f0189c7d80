// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** Counting as Python does it; nothing where Python would raise an error. */
final class Arithmetic {
    /** What Python's decimals have when nobody says. */
    private static final MathContext DECIMAL = new MathContext(28, RoundingMode.HALF_EVEN);

    private static final int LONGEST = 100_000;
    private static final int MOST_BITS = 4_096;

    private Arithmetic() {}

    static Value plus(Value one, Value other) {
        return switch (one) {
            case Value.Text(var text) when other instanceof Value.Text(var more) -> text(text + more);
            case Value.Items(var values) when other instanceof Value.Items(var more) -> joined(values, more);
            case Value.Span(var span) when other instanceof Value.Span(var more) -> span(span.plus(more));
            case Value.Span(var span) -> moved(other, span);
            default ->
                other instanceof Value.Span(var span)
                        ? moved(one, span)
                        : numbers(one, other, BigInteger::add, BigDecimal::add, Double::sum);
        };
    }

    static Value minus(Value one, Value other) {
        return switch (one) {
            case Value.Day(var day)
            when other instanceof Value.Day(var from) -> span(Duration.ofDays(day.toEpochDay() - from.toEpochDay()));
            case Value.Moment(var moment)
            when other instanceof Value.Moment(var from) -> span(Duration.between(from, moment));
            case Value.Span(var span) when other instanceof Value.Span(var less) -> span(span.minus(less));
            default ->
                other instanceof Value.Span(var span)
                        ? moved(one, span.negated())
                        : numbers(one, other, BigInteger::subtract, BigDecimal::subtract, (a, b) -> a - b);
        };
    }

    static Value times(Value one, Value other) {
        if (one instanceof Value.Text(var text) && other instanceof Value.Whole(var count)) {
            return repeated(text, count);
        }
        if (other instanceof Value.Text(var text) && one instanceof Value.Whole(var count)) {
            return repeated(text, count);
        }
        if (one instanceof Value.Span(var span) && other instanceof Value.Whole(var count)) {
            return multiplied(span, count);
        }
        if (other instanceof Value.Span(var span) && one instanceof Value.Whole(var count)) {
            return multiplied(span, count);
        }
        return numbers(one, other, BigInteger::multiply, BigDecimal::multiply, (a, b) -> a * b);
    }

    /** Always a fraction, unless both are decimals. */
    static Value dividedBy(Value one, Value other) {
        if (isZero(other)) {
            return Value.NOTHING;
        }
        return numbers(
                asFraction(one, other), other, BigInteger::divide, (a, b) -> a.divide(b, DECIMAL), (a, b) -> a / b);
    }

    private static Value asFraction(Value one, Value other) {
        boolean whole = isWhole(one) && isWhole(other);
        return whole ? new Value.Real(Comparison.real(one)) : one;
    }

    private static boolean isWhole(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Flag;
    }

    private static boolean isZero(Value value) {
        return Comparison.number(value).filter(number -> number.signum() == 0).isPresent();
    }

    /** Down to the next whole number; decimals towards zero. */
    static Value wholesIn(Value one, Value other) {
        if (isZero(other)) {
            return Value.NOTHING;
        }
        return numbers(
                one,
                other,
                Arithmetic::floored,
                (a, b) -> a.divideToIntegralValue(b, DECIMAL),
                (a, b) -> Math.floor(a / b));
    }

    /** Has the sign of what it is divided by; that of decimals the sign of what is divided. */
    static Value restOf(Value one, Value other) {
        if (isZero(other)) {
            return Value.NOTHING;
        }
        return numbers(
                one,
                other,
                (a, b) -> a.subtract(floored(a, b).multiply(b)),
                (a, b) -> a.remainder(b, DECIMAL),
                (a, b) -> a - Math.floor(a / b) * b);
    }

    private static BigInteger floored(BigInteger one, BigInteger other) {
        BigInteger[] parts = one.divideAndRemainder(other);
        return parts[1].signum() != 0 && parts[1].signum() != other.signum()
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }

    static Value negated(Value value) {
        return value instanceof Value.Span(var span) ? span(span.negated()) : minus(Value.of(0), value);
    }

    /** Whole numbers stay whole; with a fraction of twos all become one; it does not go with decimals. */
    private static Value numbers(
            Value one,
            Value other,
            BinaryOperator<BigInteger> wholes,
            BinaryOperator<BigDecimal> decimals,
            DoubleBinaryOperator reals) {
        if (one instanceof Value.Real || other instanceof Value.Real) {
            boolean alike = !(one instanceof Value.Exact) && !(other instanceof Value.Exact);
            return alike && isNumber(one) && isNumber(other)
                    ? new Value.Real(reals.applyAsDouble(Comparison.real(one), Comparison.real(other)))
                    : Value.NOTHING;
        }
        if (!isNumber(one) || !isNumber(other)) {
            return Value.NOTHING;
        }
        BigDecimal first = Comparison.number(one).orElseThrow();
        BigDecimal second = Comparison.number(other).orElseThrow();
        try {
            return one instanceof Value.Exact || other instanceof Value.Exact
                    ? new Value.Exact(decimals.apply(first, second).round(DECIMAL))
                    : whole(wholes.apply(first.toBigIntegerExact(), second.toBigIntegerExact()));
        } catch (ArithmeticException e) {
            return Value.NOTHING;
        }
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Flag
                || value instanceof Value.Whole
                || value instanceof Value.Exact
                || value instanceof Value.Real;
    }

    private static Value whole(BigInteger number) {
        return number.bitLength() > MOST_BITS ? Value.NOTHING : new Value.Whole(number);
    }

    private static Value repeated(String text, BigInteger count) {
        if (count.signum() <= 0) {
            return Value.of("");
        }
        return count.multiply(BigInteger.valueOf(text.length())).compareTo(BigInteger.valueOf(LONGEST)) > 0
                ? Value.NOTHING
                : Value.of(text.repeat(count.intValue()));
    }

    private static Value text(String text) {
        return text.length() > LONGEST ? Value.NOTHING : Value.of(text);
    }

    private static Value joined(List<Value> ones, List<Value> others) {
        if (ones.size() + others.size() > LONGEST) {
            return Value.NOTHING;
        }
        List<Value> joined = new ArrayList<>(ones);
        joined.addAll(others);
        return new Value.Items(joined);
    }

    private static Value multiplied(Duration span, BigInteger by) {
        try {
            return span(span.multipliedBy(by.longValueExact()));
        } catch (ArithmeticException e) {
            return Value.NOTHING;
        }
    }

    private static Value span(Duration span) {
        return new Value.Span(span);
    }

    /** Days know nothing of hours. */
    private static Value moved(Value from, Duration by) {
        try {
            return switch (from) {
                case Value.Day(var day) -> DateTypes.known(day.plusDays(Math.floorDiv(by.getSeconds(), 86_400L)));
                case Value.Moment(var moment) -> {
                    var to = moment.plus(by);
                    yield DateTypes.known(to.toLocalDate()).isNothing() ? Value.NOTHING : new Value.Moment(to);
                }
                default -> Value.NOTHING;
            };
        } catch (DateTimeException | ArithmeticException e) {
            return Value.NOTHING;
        }
    }
}
