// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value is cast to; what does not fit becomes nothing (spec/31 section 3). */
public enum Datatype {
    INTEGER {
        @Override
        public Value cast(Value value) {
            return switch (value) {
                case Value.Whole _ -> value;
                case Value.Flag(var flag) -> Value.of(flag ? 1 : 0);
                case Value.Exact(var exact) -> new Value.Whole(exact.toBigInteger());
                case Value.Real(var real) -> truncated(real);
                case Value.Text(var text) -> whole(text.strip());
                default -> Value.NOTHING;
            };
        }
    },
    SMALL_INTEGER {
        @Override
        public Value cast(Value value) {
            return INTEGER.cast(value);
        }
    },
    DECIMAL {
        @Override
        public Value cast(Value value) {
            return switch (value) {
                case Value.Exact _ -> value;
                case Value.Flag(var flag) -> new Value.Exact(flag ? BigDecimal.ONE : BigDecimal.ZERO);
                case Value.Whole(var whole) -> new Value.Exact(new BigDecimal(whole));
                case Value.Real(var real) ->
                    Double.isFinite(real) ? new Value.Exact(new BigDecimal(real)) : Value.NOTHING;
                case Value.Text(var text) ->
                    number(text.strip()).<Value>map(Value.Exact::new).orElse(Value.NOTHING);
                default -> Value.NOTHING;
            };
        }
    },
    STRING {
        @Override
        public Value cast(Value value) {
            return value.isNothing() ? value : Value.of(Texts.shown(value));
        }
    },
    DATE {
        @Override
        public Value cast(Value value) {
            return switch (value) {
                case Value.Day _ -> value;
                case Value.Moment(var moment) -> new Value.Day(moment.toLocalDate());
                case Value.Text(var text) ->
                    day(text)
                            .or(() -> moment(text).map(LocalDateTime::toLocalDate))
                            .<Value>map(Value.Day::new)
                            .orElse(Value.NOTHING);
                default -> Value.NOTHING;
            };
        }
    },
    DATETIME {
        @Override
        public Value cast(Value value) {
            return switch (value) {
                case Value.Moment _ -> value;
                case Value.Day(var day) -> new Value.Moment(day.atStartOfDay());
                case Value.Text(var text) ->
                    moment(text)
                            .or(() -> day(text).map(LocalDate::atStartOfDay))
                            .<Value>map(Value.Moment::new)
                            .orElse(Value.NOTHING);
                default -> Value.NOTHING;
            };
        }
    },
    ARRAY {
        @Override
        public Value cast(Value value) {
            return value instanceof Value.Items ? value : new Value.Items(List.of(value));
        }
    };

    /** More digits than any report needs, and few enough to count with. */
    private static final int MOST_DIGITS = 1_000;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d+)*");
    /** A day as it is written, whose month and day of the month may have one digit. */
    static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** The value as this, or nothing. */
    public abstract Value cast(Value value);

    /** By the name that specifications have. */
    public static Optional<Datatype> named(String name) {
        for (Datatype each : values()) {
            if (each.slug().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The name that specifications have. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number as Python reads it, if it is one. */
    static Optional<BigDecimal> number(String text) {
        return text.length() <= MOST_DIGITS && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace("_", "")))
                : Optional.empty();
    }

    private static Value whole(String text) {
        if (text.length() <= MOST_DIGITS && WHOLE.matcher(text).matches()) {
            return new Value.Whole(new BigInteger(text.replace("_", "")));
        }
        return number(text).map(found -> truncated(found.doubleValue())).orElse(Value.NOTHING);
    }

    private static Value truncated(double real) {
        return Double.isFinite(real) ? new Value.Whole(new BigDecimal(real).toBigInteger()) : Value.NOTHING;
    }

    /** A day, whose month and day of the month may have one digit. */
    static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment, in UTC. */
    static Optional<LocalDateTime> moment(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            return Optional.empty();
        }
        try {
            String seconds = Optional.ofNullable(moment.group(4)).orElse("00");
            String fraction = Optional.ofNullable(moment.group(5)).orElse("0");
            LocalDateTime local = LocalDateTime.parse(
                    moment.group(1) + "T" + moment.group(2) + ":" + moment.group(3) + ":" + seconds + "." + fraction);
            return Optional.of(local.minusSeconds(
                    offset(Optional.ofNullable(moment.group(6)).orElse("Z"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long offset(String zone) {
        return zone.equals("Z") ? 0 : ZoneOffset.of(zone).getTotalSeconds();
    }
}
