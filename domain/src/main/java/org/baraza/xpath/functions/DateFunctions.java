// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;
import org.baraza.xpath.calendars.CalendarDay;
import org.baraza.xpath.calendars.EthiopianCalendar;

/** Dates and how they are written. */
final class DateFunctions {

    private DateFunctions() {}

    static final Map<String, Body> ALL = Map.of(
            "today", in -> new Value.Day(in.now().toLocalDate()),
            "now", in -> new Value.Moment(in.now()),
            "date", in -> date(in, in.single(0)),
            "format-date", DateFunctions::format,
            "format-date-for-calendar", DateFunctions::formatForCalendar);

    /** Blank and what is no number stay as they are; a point in time loses its time of day, one in a text keeps it. */
    private static Value date(Arguments in, Value value) {
        return switch (value) {
            case Value.Text text -> text.text().isEmpty() ? text : in.dateOrMoment(text.text());
            case Value.Num number -> Double.isNaN(number.number()) ? number : day(number.number());
            case Value.Day day -> day;
            case Value.Moment moment -> new Value.Day(moment.time().toLocalDate());
            case Value.Bool truth -> throw new EvaluationFailed("A truth is no date: " + truth.text() + ".");
            case Value.Nodes nodes -> date(in, nodes.single());
        };
    }

    private static Value day(double number) {
        try {
            return new Value.Day(LocalDate.ofEpochDay((long) number));
        } catch (DateTimeException beyond) {
            throw new EvaluationFailed("The number " + Value.of(number).text() + " is too far away to be a date.");
        }
    }

    private static Value format(Arguments in) {
        return time(in).map(time -> Value.of(DateFormat.gregorian(time, in.text(1))))
                .orElse(Value.BLANK);
    }

    private static Value formatForCalendar(Arguments in) {
        Optional<OffsetDateTime> time = time(in);
        if (time.isEmpty()) {
            return Value.BLANK;
        }
        String calendar = in.text(1);
        CalendarDay day = switch (calendar) {
            case "ethiopian" -> EthiopianCalendar.of(time.get().toLocalDate());
            case "nepali" -> NepaliCalendar.of(time.get().toLocalDate());
            default -> throw new EvaluationFailed("There is no calendar " + calendar + ".");
        };
        return Value.of(DateFormat.of(day, time.get(), in.count() == 3 ? in.text(2) : "%e %B %Y"));
    }

    /** The first argument as a time in the zone of the person; empty if it is blank. */
    private static Optional<OffsetDateTime> time(Arguments in) {
        Value value = in.single(0);
        if (value instanceof Value.Moment moment) {
            return Optional.of(moment.time());
        }
        return switch (date(in, value)) {
            case Value.Moment moment -> Optional.of(moment.time());
            case Value.Day day ->
                Optional.of(day.date()
                        .atStartOfDay(in.surroundings().clock().getZone())
                        .toOffsetDateTime());
            default -> Optional.empty();
        };
    }
}
