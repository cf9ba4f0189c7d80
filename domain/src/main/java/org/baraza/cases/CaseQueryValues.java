// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Quoted;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works out the right side of comparisons: texts, numbers, dates and functions of these. */
final class CaseQueryValues {
    private static final int LONGEST_NUMBER = 40;

    private static final Map<String, ChronoUnit> INTERVALS = Map.of(
            "seconds", ChronoUnit.SECONDS,
            "minutes", ChronoUnit.MINUTES,
            "hours", ChronoUnit.HOURS,
            "days", ChronoUnit.DAYS,
            "weeks", ChronoUnit.WEEKS,
            "months", ChronoUnit.MONTHS,
            "years", ChronoUnit.YEARS);

    private final Clock clock;

    CaseQueryValues(Clock clock) {
        this.clock = clock;
    }

    /** The value as a text: a number without a needless point, a date as year, month and day. */
    String text(Expr expr) throws BadCaseQuery {
        return switch (expr) {
            case Quoted quoted -> quoted.text();
            case Numeral numeral -> numeral(numeral).toPlainString();
            case Negation negation -> number(negation.operand()).negate().toPlainString();
            case Call call -> called(call);
            default ->
                throw new BadCaseQuery(
                        expr.span(), "A value is needed here; a text that is meant as a value stands in quotes.");
        };
    }

    private static BigDecimal numeral(Numeral numeral) throws BadCaseQuery {
        if (numeral.digits().length() > LONGEST_NUMBER) {
            throw new BadCaseQuery(numeral.span(), "A number has at most " + LONGEST_NUMBER + " digits.");
        }
        return new BigDecimal(numeral.digits());
    }

    /** Several values where a list was written, else one. */
    List<String> texts(Expr expr) throws BadCaseQuery {
        return expr instanceof Call call && call.function().equals("unwrap-list")
                ? unwrapped(call)
                : List.of(text(expr));
    }

    private String called(Call call) throws BadCaseQuery {
        return switch (call.function()) {
            case "today" -> {
                arguments(call, 0);
                yield LocalDate.now(clock).toString();
            }
            case "now" -> {
                arguments(call, 0);
                yield Instant.now(clock).toString();
            }
            case "date" -> day(arguments(call, 1).getFirst()).toString();
            case "datetime" -> moment(arguments(call, 1).getFirst()).toString();
            case "date-add" ->
                added(call, day(argument(call)).atStartOfDay(clock.getZone()))
                        .toLocalDate()
                        .toString();
            case "datetime-add" ->
                added(call, moment(argument(call)).atZone(clock.getZone()))
                        .toInstant()
                        .toString();
            case "double" -> number(arguments(call, 1).getFirst()).toPlainString();
            case "true" -> "true";
            case "false" -> "false";
            default ->
                throw new BadCaseQuery(call.span(), "There is no function " + call.function() + "() for values.");
        };
    }

    private static Expr argument(Call call) throws BadCaseQuery {
        return arguments(call, 3).getFirst();
    }

    static List<Expr> arguments(Call call, int count) throws BadCaseQuery {
        if (call.arguments().size() != count) {
            throw new BadCaseQuery(
                    call.span(),
                    "The function " + call.function() + "() takes " + count + (count == 1 ? " argument" : " arguments")
                            + ", and here it gets " + call.arguments().size() + ".");
        }
        return call.arguments();
    }

    private ZonedDateTime added(Call call, ZonedDateTime to) throws BadCaseQuery {
        Expr interval = call.arguments().get(1);
        ChronoUnit unit = INTERVALS.get(text(interval));
        if (unit == null || (call.function().equals("date-add") && unit.compareTo(ChronoUnit.DAYS) < 0)) {
            throw new BadCaseQuery(
                    interval.span(),
                    "An interval is days, weeks, months or years"
                            + (call.function().equals("date-add") ? "." : ", or seconds, minutes or hours."));
        }
        Expr quantity = call.arguments().get(2);
        try {
            return to.plus(number(quantity).longValueExact(), unit);
        } catch (ArithmeticException | DateTimeException beyond) {
            throw new BadCaseQuery(quantity.span(), "A whole number of " + text(interval) + " is needed here.");
        }
    }

    BigDecimal number(Expr expr) throws BadCaseQuery {
        return asNumber(text(expr))
                .orElseThrow(() -> new BadCaseQuery(expr.span(), "A number is needed here, and this is none."));
    }

    static Optional<BigDecimal> asNumber(String text) {
        String digits = text.strip();
        boolean number = digits.length() <= LONGEST_NUMBER && digits.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)");
        return number ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /** A whole number counts the days since 1970. */
    LocalDate day(Expr expr) throws BadCaseQuery {
        String text = text(expr);
        Optional<BigDecimal> days = asNumber(text);
        Optional<LocalDate> day = days.isPresent() ? ofEpoch(days.get()) : asDay(text);
        return day.orElseThrow(() ->
                new BadCaseQuery(expr.span(), "\"" + text + "\" is no date; a date is written YYYY-MM-DD in quotes."));
    }

    private static Optional<LocalDate> ofEpoch(BigDecimal days) {
        try {
            return Optional.of(LocalDate.ofEpochDay(days.longValueExact()));
        } catch (ArithmeticException | DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> asDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Instant moment(Expr expr) throws BadCaseQuery {
        String text = text(expr);
        return asMoment(text, clock.getZone())
                .orElseThrow(() -> new BadCaseQuery(expr.span(), "\"" + text + "\" is no point in time."));
    }

    /** A time with its offset, or the start of a date. */
    static Optional<Instant> asMoment(String text, ZoneId zone) {
        Optional<LocalDate> day = asDay(text);
        if (day.isPresent()) {
            return day.map(date -> date.atStartOfDay(zone).toInstant());
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private List<String> unwrapped(Call call) throws BadCaseQuery {
        Expr list = arguments(call, 1).getFirst();
        List<String> values = new ArrayList<>();
        try {
            JsonNode json = JsonMapper.shared().readTree(text(list));
            if (json.isArray()) {
                json.forEach(value -> values.add(value.isContainer() ? value.toString() : value.asString()));
                return List.copyOf(values);
            }
        } catch (JacksonException malformed) {
            // Answered below, like all that is no list.
        }
        throw new BadCaseQuery(list.span(), "A list in JSON is needed here, such as '[\"a\", \"b\"]'.");
    }
}
