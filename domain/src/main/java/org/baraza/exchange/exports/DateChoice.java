// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which days are wanted, in the project's time zone.
 *
 * @param days of {@link Kind#DAYS_AGO}
 * @param from the first day of {@link Kind#SINCE} and {@link Kind#RANGE}, as ISO writes it; else empty
 * @param to the last day of {@link Kind#RANGE}; else empty
 */
public record DateChoice(Kind kind, int days, String from, String to) {
    public static final DateChoice ALWAYS = new DateChoice(Kind.ALWAYS, 0, "", "");

    /** Kinds of choice, as CommCare HQ has them for dashboard feeds. */
    public enum Kind {
        ALWAYS,
        LAST_7_DAYS,
        LAST_30_DAYS,
        LAST_MONTH,
        LAST_YEAR,
        DAYS_AGO,
        SINCE,
        RANGE
    }

    /** Moments between which something must lie: the first counts, the end does not; empty where there is no limit. */
    public record Span(Optional<Instant> from, Optional<Instant> before) {}

    /** @throws java.time.format.DateTimeParseException when a day is none */
    public Span span(ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (kind) {
            case ALWAYS -> new Span(Optional.empty(), Optional.empty());
            case LAST_7_DAYS -> since(today.minusDays(7), zone);
            case LAST_30_DAYS -> since(today.minusDays(30), zone);
            case DAYS_AGO -> since(today.minusDays(days), zone);
            case LAST_MONTH -> {
                YearMonth month = YearMonth.from(today).minusMonths(1);
                yield between(month.atDay(1), month.atEndOfMonth(), zone);
            }
            case LAST_YEAR ->
                between(LocalDate.of(today.getYear() - 1, 1, 1), LocalDate.of(today.getYear() - 1, 12, 31), zone);
            case SINCE -> since(LocalDate.parse(from), zone);
            case RANGE -> between(LocalDate.parse(from), LocalDate.parse(to), zone);
        };
    }

    private static Span since(LocalDate first, ZoneId zone) {
        return new Span(Optional.of(first.atStartOfDay(zone).toInstant()), Optional.empty());
    }

    private static Span between(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                Optional.of(first.atStartOfDay(zone).toInstant()),
                Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
