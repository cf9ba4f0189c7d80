// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times in texts, as devices write them. */
final class DateTexts {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?\\s*(Z|[+-]\\d{1,2}(?::?\\d{2})?)?");

    private DateTexts() {}

    /** Year, month and day with dashes between; leading zeros may be missing. */
    static Optional<LocalDate> day(String text) {
        int first = text.indexOf('-');
        int second = text.indexOf('-', first + 1);
        if (first < 1 || second < 0) {
            return Optional.empty();
        }
        int year = whole(text, 0, first);
        int month = whole(text, first + 1, second);
        int day = whole(text, second + 1, text.length());
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** The number between two places, -1 if it is none or has more than four digits. */
    private static int whole(String text, int from, int to) {
        if (to - from < 1 || to - from > 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A date or a date with a time; a time without an offset is one of the zone, and the answer is in the zone. */
    static Optional<Value> dateOrMoment(String text, ZoneId zone) {
        int mark = text.indexOf('T');
        if (mark < 0) {
            return day(text).map(Value.Day::new);
        }
        Optional<LocalDate> day = day(text.substring(0, mark));
        Matcher time = TIME.matcher(text.substring(mark + 1));
        if (day.isEmpty() || !time.matches()) {
            return Optional.empty();
        }
        return moment(day.get(), time, zone).map(Value.Moment::new);
    }

    private static Optional<OffsetDateTime> moment(LocalDate day, Matcher time, ZoneId zone) {
        try {
            LocalTime clock = LocalTime.of(
                    part(time, 1), part(time, 2), part(time, 3), (int) (fraction(time.group(4)) * 1_000_000_000));
            String offset = time.group(5);
            if (offset == null) {
                return Optional.of(day.atTime(clock).atZone(zone).toOffsetDateTime());
            }
            ZoneOffset written =
                    ZoneOffset.of(offset.length() == 2 ? offset.charAt(0) + "0" + offset.charAt(1) : offset);
            return Optional.of(
                    day.atTime(clock).atOffset(written).atZoneSameInstant(zone).toOffsetDateTime());
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static int part(Matcher time, int group) {
        String digits = time.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static double fraction(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble("0." + digits);
    }
}
