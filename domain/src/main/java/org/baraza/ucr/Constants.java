// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a specification that look like a day, a time or a decimal number are taken for one; the first pattern that fits
 * decides, even where the text then turns out to be none (spec/31 section 3).
 */
final class Constants {
    private static final Pattern LIKE_DAY = Pattern.compile("\\d{4}\\D?(0[1-9]|1[0-2])\\D?([12]\\d|0[1-9]|3[01])");
    private static final Pattern LIKE_TIME =
            Pattern.compile("([01]\\d|2[0-3])\\D?([0-5]\\d)\\D?([0-5]\\d)?\\D?(\\d{3,6})?");
    private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2}:\\d{2})(\\..*)?");
    private static final Pattern LIKE_MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{6})?Z");
    private static final Pattern LIKE_DECIMAL = Pattern.compile("\\d+\\.\\d+");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS]'Z'").withResolverStyle(ResolverStyle.STRICT);
    private static final int DAY_LENGTH = 10;

    private Constants() {}

    static Value read(Value literal) {
        return switch (literal) {
            case Value.Text(var text) -> read(text);
            case Value.Items(var values) ->
                new Value.Items(values.stream().map(Constants::read).toList());
            case Value.Fields(var values) -> {
                Map<String, Value> read = new LinkedHashMap<>();
                values.forEach((key, value) -> read.put(key, read(value)));
                yield new Value.Fields(read);
            }
            default -> literal;
        };
    }

    private static Value read(String text) {
        Value asItIs = Value.of(text);
        if (LIKE_DAY.matcher(text).matches()) {
            return text.length() == DAY_LENGTH
                    ? Datatype.day(text).<Value>map(Value.Day::new).orElse(asItIs)
                    : asItIs;
        }
        if (LIKE_TIME.matcher(text).matches()) {
            Matcher time = TIME.matcher(text);
            return time.matches() ? new Value.TimeOfDay(LocalTime.parse(time.group(1))) : asItIs;
        }
        if (LIKE_MOMENT.matcher(text).matches()) {
            return moment(text).<Value>map(Value.Moment::new).orElse(asItIs);
        }
        return LIKE_DECIMAL.matcher(text).matches() ? new Value.Exact(new BigDecimal(text)) : asItIs;
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, MOMENT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
