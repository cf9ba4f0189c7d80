// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.baraza.api.pages.MomentText;
import org.baraza.places.Bound.Side;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Moments as HQ's location resources write and read them: UTC without saying so. */
final class PlaceTimes {
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration TICK = Duration.ofNanos(1_000);

    private PlaceTimes() {}

    static String text(Instant instant) {
        return NAIVE.format(instant);
    }

    /** A limit: a date stands for the whole day where something must lie behind or up to it. */
    static Instant limit(String text, Side side) {
        try {
            Instant moment = MomentText.read(text);
            return MomentText.isDate(text) && (side == Side.ABOVE || side == Side.UNTIL)
                    ? moment.plus(Duration.ofDays(1)).minus(TICK)
                    : moment;
        } catch (DateTimeException e) {
            throw new Refused(Problem.Invalid.field(
                    "last_modified", "DATE_INVALID", "Bad query parameter: Unknown date format: " + text));
        }
    }
}
