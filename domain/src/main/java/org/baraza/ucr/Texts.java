// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How values are written: as reports show them, and as JSON has them. */
final class Texts {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final int NANOS_OF_MICRO = 1_000;
    private static final int SECONDS_OF_DAY = 86_400;

    private Texts() {}

    /** As a report in Python would print it. */
    static String shown(Value value) {
        return switch (value) {
            case Value.Nothing _ -> "None";
            case Value.Flag(var flag) -> flag ? "True" : "False";
            case Value.Whole(var whole) -> whole.toString();
            case Value.Exact(var exact) -> exact.toString();
            case Value.Real(var real) -> real(real);
            case Value.Text(var text) -> text;
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var moment) -> moment(moment);
            case Value.TimeOfDay(var time) -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case Value.Span(var span) -> span(span);
            case Value.Items(var values) -> list(values);
            case Value.Fields(var values) -> fields(values);
        };
    }

    static String json(Value value) {
        return value instanceof Value.Moment(var moment) ? moment(moment) + "Z" : shown(value);
    }

    private static String moment(LocalDateTime moment) {
        return (moment.getNano() / NANOS_OF_MICRO == 0 ? SECONDS : MICROSECONDS).format(moment);
    }

    private static String real(double real) {
        if (Double.isNaN(real)) {
            return "nan";
        }
        if (Double.isInfinite(real)) {
            return real > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(real);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            BigDecimal exact = BigDecimal.valueOf(real).stripTrailingZeros();
            int exponent = exact.precision() - exact.scale() - 1;
            String digits = exact.movePointLeft(exponent).toPlainString();
            return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        BigDecimal plain = BigDecimal.valueOf(real);
        String text = plain.stripTrailingZeros().toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    private static String span(Duration span) {
        long days = Math.floorDiv(span.getSeconds(), SECONDS_OF_DAY);
        Duration rest = span.minusDays(days);
        String time = "%d:%02d:%02d".formatted(rest.toHours(), rest.toMinutesPart(), rest.toSecondsPart());
        return days == 0 ? time : days + (Math.abs(days) == 1 ? " day, " : " days, ") + time;
    }

    private static String list(List<Value> values) {
        return values.stream().map(Texts::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String fields(Map<String, Value> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(Value.of(entry.getKey())) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(Value value) {
        if (!(value instanceof Value.Text(var text))) {
            return shown(value);
        }
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote;
    }
}
