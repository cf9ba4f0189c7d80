// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.baraza.ucr.Statement.Unanswerable;

/** Days in texts whose form is told as Python tells it, by letters behind signs of percent. */
final class PythonDates {
    private static final int FIRST_YEAR_OF_TWO_DIGITS = 1969;

    private PythonDates() {}

    static Value read(Value value, String format) {
        if (!(value instanceof Value.Text(var text))) {
            throw new Unanswerable();
        }
        try {
            return new Value.Day(LocalDate.parse(text, formatter(format)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unanswerable();
        }
    }

    private static DateTimeFormatter formatter(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        for (int at = 0; at < format.length(); at++) {
            char letter = format.charAt(at);
            if (letter != '%' || at + 1 == format.length()) {
                builder.appendLiteral(letter);
            } else {
                at++;
                append(builder, format.charAt(at));
            }
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    private static void append(DateTimeFormatterBuilder builder, char letter) {
        switch (letter) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR_OF_TWO_DIGITS);
            case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 2);
            case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 2);
            case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 2);
            case '%' -> builder.appendLiteral('%');
            default -> throw new Unanswerable();
        }
    }
}
