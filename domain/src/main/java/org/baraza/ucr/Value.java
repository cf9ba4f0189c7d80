// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** What an expression is worth. */
public sealed interface Value {
    Value NOTHING = new Nothing();
    Value TRUE = new Flag(true);
    Value FALSE = new Flag(false);

    /** What is not there. */
    record Nothing() implements Value {}

    record Flag(boolean value) implements Value {}

    record Whole(BigInteger value) implements Value {}

    /** A decimal number as it was written. */
    record Exact(BigDecimal value) implements Value {}

    /** A number as a division leaves it, and as JSON has fractions. */
    record Real(double value) implements Value {}

    record Text(String value) implements Value {}

    record Day(LocalDate value) implements Value {}

    /** A time of no day: only constants are such, and nothing is ever equal to one. */
    record TimeOfDay(LocalTime value) implements Value {}

    /** A time, in UTC. */
    record Moment(LocalDateTime value) implements Value {}

    /** The time between two others. */
    record Span(Duration value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object, with its keys in their order. */
    record Fields(Map<String, Value> values) implements Value {}

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Value of(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    static Value of(String value) {
        return new Text(value);
    }

    default boolean isNothing() {
        return this instanceof Nothing;
    }

    /** As conditions of statements take it: nothing, zero and what is empty are not true. */
    default boolean isTrue() {
        return switch (this) {
            case Nothing _ -> false;
            case Flag(boolean value) -> value;
            case Whole(BigInteger value) -> value.signum() != 0;
            case Exact(BigDecimal value) -> value.signum() != 0;
            case Real(double value) -> value != 0;
            case Text(String value) -> !value.isEmpty();
            case Span(Duration value) -> !value.isZero();
            case Items(List<Value> values) -> !values.isEmpty();
            case Fields(Map<String, Value> values) -> !values.isEmpty();
            case Day _, Moment _, TimeOfDay _ -> true;
        };
    }

    /** A key of an object; nothing where there is none, or no object. */
    default Value get(String key) {
        return this instanceof Fields(Map<String, Value> values) ? values.getOrDefault(key, NOTHING) : NOTHING;
    }

    /** The elements of a list; none of anything else. */
    default List<Value> items() {
        return this instanceof Items(List<Value> values) ? values : List.of();
    }
}
