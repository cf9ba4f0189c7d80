// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.baraza.xpath.calendars.CalendarDay;
import org.baraza.xpath.calendars.EthiopianCalendar;

/** Expressions about days (spec/31 section 4). */
final class DateTypes {
    private static final String DATE = "date_expression";
    /** Further than any calendar goes. */
    private static final int FURTHEST = 10_000 * 366 * 24;

    private DateTypes() {}

    static Map<String, Function<Spec, Expression>> all() {
        return Map.of(
                "add_days", spec -> moved(spec, Datatype.DATE, "count_expression", DateTypes::plusDays),
                "add_hours", spec -> moved(spec, Datatype.DATETIME, "count_expression", DateTypes::plusHours),
                "add_months", spec -> moved(spec, Datatype.DATE, "months_expression", DateTypes::plusMonths),
                "month_start_date", spec -> ofDay(spec, day -> new Value.Day(day.withDayOfMonth(1))),
                "month_end_date",
                        spec -> ofDay(spec, day -> new Value.Day(day.with(TemporalAdjusters.lastDayOfMonth()))),
                "diff_days", DateTypes::diffDays,
                "utcnow", spec -> (item, situation) -> new Value.Moment(situation.now()),
                "ethiopian_date_to_gregorian_date", DateTypes::fromEthiopian,
                "gregorian_date_to_ethiopian_date", spec -> ofDay(spec, DateTypes::ethiopian));
    }

    private static Expression moved(Spec spec, Datatype of, String key, BiFunction<Value, Integer, Value> plus) {
        Expression date = spec.expression(DATE);
        Expression count = spec.expression(key);
        return (item, situation) -> {
            Value from = of.cast(date.of(item, situation));
            return Datatype.INTEGER.cast(count.of(item, situation)) instanceof Value.Whole(BigInteger by)
                            && by.abs().compareTo(BigInteger.valueOf(FURTHEST)) < 0
                    ? plus.apply(from, by.intValue())
                    : Value.NOTHING;
        };
    }

    private static Value plusDays(Value from, int days) {
        return from instanceof Value.Day(var day) ? known(day.plusDays(days)) : Value.NOTHING;
    }

    private static Value plusMonths(Value from, int months) {
        return from instanceof Value.Day(var day) ? known(day.plusMonths(months)) : Value.NOTHING;
    }

    private static Value plusHours(Value from, int hours) {
        return from instanceof Value.Moment(var moment)
                        && !known(moment.plusHours(hours).toLocalDate()).isNothing()
                ? new Value.Moment(moment.plusHours(hours))
                : Value.NOTHING;
    }

    /** Years have four digits. */
    static Value known(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999 ? new Value.Day(day) : Value.NOTHING;
    }

    private static Expression ofDay(Spec spec, Function<LocalDate, Value> then) {
        Expression date = spec.expression(DATE);
        return (item, situation) -> Datatype.DATE.cast(date.of(item, situation)) instanceof Value.Day(var day)
                ? then.apply(day)
                : Value.NOTHING;
    }

    private static Expression diffDays(Spec spec) {
        Expression from = spec.expression("from_date_expression");
        Expression to = spec.expression("to_date_expression");
        return (item, situation) -> Datatype.DATE.cast(from.of(item, situation)) instanceof Value.Day(var first)
                        && Datatype.DATE.cast(to.of(item, situation)) instanceof Value.Day(var last)
                ? Value.of(ChronoUnit.DAYS.between(first, last))
                : Value.NOTHING;
    }

    private static Expression fromEthiopian(Spec spec) {
        Expression date = spec.expression(DATE);
        return (item, situation) -> gregorian(Datatype.STRING.cast(date.of(item, situation)))
                .<Value>map(Value.Day::new)
                .orElse(Value.NOTHING);
    }

    private static Optional<LocalDate> gregorian(Value text) {
        if (!(text instanceof Value.Text(var written))) {
            return Optional.empty();
        }
        Matcher day = Datatype.DAY.matcher(written);
        return day.matches()
                ? EthiopianCalendar.toDate(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))
                : Optional.empty();
    }

    private static Value ethiopian(LocalDate date) {
        CalendarDay day = EthiopianCalendar.of(date);
        return Value.of("%d-%02d-%02d".formatted(day.year(), day.month(), day.day()));
    }
}
