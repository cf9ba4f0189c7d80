// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.baraza.places.Bound.Side;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Moments as HQ's location resources write and read them: UTC without saying so. */
final class PlaceTimes {
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int DATE = "2026-01-01".length();
    private static final Duration TICK = Duration.ofNanos(1_000);

    private PlaceTimes() {}

    static String text(Instant instant) {
        return NAIVE.format(instant);
    }

    /** A limit: a date stands for the whole day where something must lie behind or up to it. */
    static Instant limit(String text, Side side) {
        try {
            if (text.length() == DATE) {
                Instant start = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
                return side == Side.ABOVE || side == Side.UNTIL
                        ? start.plus(Duration.ofDays(1)).minus(TICK)
                        : start;
            }
            // A plus that was not encoded has become a blank.
            String moment = text.replace(' ', '+');
            return hasOffset(moment)
                    ? OffsetDateTime.parse(moment).toInstant()
                    : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refused(Problem.Invalid.field(
                    "last_modified", "DATE_INVALID", "Bad query parameter: Unknown date format: " + text));
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > DATE || text.lastIndexOf('-') > DATE;
    }
}
