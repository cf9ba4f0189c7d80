// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.baraza.api.pages.MomentText;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/** Moments as the data API reads and writes them (data API: timestamps). */
final class Times {
    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
    private static final Pattern MINUTES = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z");

    private Times() {}

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }

    /** As forms and cases of the first version take it: four spellings, and a bare date is midnight. */
    static Instant strict(String name, String text) {
        try {
            if (MomentText.isDate(text)) {
                return MomentText.read(text);
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

    /** As cases of the second version take it: a date, or a moment with or without an offset. */
    static Instant free(String name, String text) {
        try {
            return MomentText.read(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(Problem.Invalid.field(name, "DATE_INVALID", "Cannot parse datetime '" + text + "'"));
        }
    }
}
