// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/** Moments as the data API reads and writes them (data API: timestamps). */
final class Times {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
    private static final Pattern MINUTES = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z");

    private Times() {}

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }

    /** As forms and cases of the first version take it: four spellings, and a bare date is midnight. */
    static Instant strict(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            if (SECONDS.matcher(text).matches()) {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            }
            if (MINUTES.matcher(text).matches()) {
                return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            throw unknown(name, text);
        }
        throw unknown(name, text);
    }

    private static Refused unknown(String name, String text) {
        return new Refused(Problem.Invalid.field(
                name, "DATE_INVALID", "Bad query parameter: Unknown date format: " + text));
    }

    /** Whether a text is a date alone, which stands for a whole day of UTC. */
    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /** As cases of the second version take it: a date, or a moment with or without an offset. */
    static Instant free(String name, String text) {
        // A plus that was not encoded has become a blank.
        String moment = text.strip().replace(' ', '+');
        try {
            if (isDate(moment)) {
                return LocalDate.parse(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean hasOffset = moment.endsWith("Z")
                    || moment.indexOf('+') > 0
                    || moment.lastIndexOf('-') > "2026-01-01".length();
            return hasOffset
                    ? OffsetDateTime.parse(moment).toInstant()
                    : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Refused(Problem.Invalid.field(name, "DATE_INVALID", "Cannot parse datetime '" + text + "'"));
        }
    }
}
