// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.calendars.CalendarDay;

/** Writes dates by formats with percent signs. */
final class DateFormat {

    private DateFormat() {}

    static String gregorian(OffsetDateTime time, String format) {
        CalendarDay day = new CalendarDay(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        return of(day, time, format);
    }

    static String of(CalendarDay day, OffsetDateTime time, String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
            } else if (++i < format.length()) {
                out.append(part(format.charAt(i), day, time));
            } else {
                throw new EvaluationFailed("A date format must not end with %.");
            }
        }
        return out.toString();
    }

    private static String part(char letter, CalendarDay day, OffsetDateTime time) {
        return switch (letter) {
            case '%' -> "%";
            case 'Y' -> padded(day.year(), 4);
            case 'y' -> padded(day.year(), 4).substring(2);
            case 'm' -> padded(day.month(), 2);
            case 'n' -> Integer.toString(day.month());
            case 'b' -> day.monthShort();
            case 'B' -> day.monthName();
            case 'd' -> padded(day.day(), 2);
            case 'e' -> Integer.toString(day.day());
            case 'H' -> padded(time.getHour(), 2);
            case 'h' -> Integer.toString(time.getHour());
            case 'M' -> padded(time.getMinute(), 2);
            case 'S' -> padded(time.getSecond(), 2);
            case '3' -> padded(time.getNano() / 1_000_000, 3);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'Z' -> offset(time.getOffset());
            default -> throw new EvaluationFailed("A date format knows no %" + letter + ".");
        };
    }

    /** Hours, and minutes only if there are some, as devices write the offset of a time. */
    private static String offset(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        if (minutes == 0) {
            return "Z";
        }
        String hours = (minutes < 0 ? "-" : "+") + padded(Math.abs(minutes) / 60, 2);
        return minutes % 60 == 0 ? hours : hours + ":" + padded(Math.abs(minutes) % 60, 2);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
