// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.baraza.ucr.Statement.Unanswerable;

/** Parts of values, as statements ask for them. */
final class Parts {
    private static final int NANOS_OF_MICRO = 1_000;
    private static final int SECONDS_OF_DAY = 86_400;

    private Parts() {}

    /** A key of an object, or a part of a time. */
    static Value attribute(Value of, String name) {
        return switch (of) {
            case Value.Fields(Map<String, Value> values) when values.containsKey(name) -> values.get(name);
            case Value.Day(var day) -> ofDay(day, name);
            case Value.Moment(var moment) -> ofMoment(moment, name);
            case Value.Span(var span) -> ofSpan(span, name);
            default -> throw new Unanswerable();
        };
    }

    private static Value ofDay(LocalDate day, String name) {
        return switch (name) {
            case "year" -> Value.of(day.getYear());
            case "month" -> Value.of(day.getMonthValue());
            case "day" -> Value.of(day.getDayOfMonth());
            default -> throw new Unanswerable();
        };
    }

    private static Value ofMoment(LocalDateTime moment, String name) {
        return switch (name) {
            case "hour" -> Value.of(moment.getHour());
            case "minute" -> Value.of(moment.getMinute());
            case "second" -> Value.of(moment.getSecond());
            case "microsecond" -> Value.of(moment.getNano() / NANOS_OF_MICRO);
            default -> ofDay(moment.toLocalDate(), name);
        };
    }

    private static Value ofSpan(Duration span, String name) {
        return switch (name) {
            case "days" -> Value.of(days(span));
            case "seconds" -> Value.of(Math.floorMod(span.getSeconds(), SECONDS_OF_DAY));
            case "microseconds" -> Value.of(span.getNano() / NANOS_OF_MICRO);
            default -> throw new Unanswerable();
        };
    }

    /** Whole days, down to the one before. */
    static long days(Duration span) {
        return Math.floorDiv(span.getSeconds(), (long) SECONDS_OF_DAY);
    }

    /** What has an index or a key. */
    static Value element(Value of, Value key) {
        return switch (of) {
            case Value.Items(var values) -> values.get(index(key, values.size()));
            case Value.Text(var text) -> {
                int[] letters = text.codePoints().toArray();
                yield Value.of(Character.toString(letters[index(key, letters.length)]));
            }
            case Value.Fields(Map<String, Value> values)
            when key instanceof Value.Text(var name) && values.containsKey(name) -> values.get(name);
            default -> throw new Unanswerable();
        };
    }

    private static int index(Value key, int length) {
        int at = whole(key);
        int index = at < 0 ? at + length : at;
        if (index < 0 || index >= length) {
            throw new Unanswerable();
        }
        return index;
    }

    private static int whole(Value value) {
        if (value instanceof Value.Whole(BigInteger whole) && whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        throw new Unanswerable();
    }

    /** From one index up to another; nothing is the beginning or the end. */
    static Value slice(Value of, Value from, Value to) {
        return switch (of) {
            case Value.Items(var values) -> {
                List<Value> part = values.subList(
                        bound(from, 0, values.size()),
                        Math.max(bound(from, 0, values.size()), bound(to, values.size(), values.size())));
                yield new Value.Items(part);
            }
            case Value.Text(var text) -> {
                int[] letters = text.codePoints().toArray();
                int begin = bound(from, 0, letters.length);
                int end = Math.max(begin, bound(to, letters.length, letters.length));
                yield Value.of(new String(letters, begin, end - begin));
            }
            default -> throw new Unanswerable();
        };
    }

    private static int bound(Value at, int usual, int length) {
        if (at.isNothing()) {
            return usual;
        }
        int index = whole(at);
        return Math.clamp(index < 0 ? index + length : index, 0, length);
    }
}
