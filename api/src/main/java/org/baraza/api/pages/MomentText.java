// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Moments as programs write them, of UTC unless they say otherwise (data API: timestamps). */
public final class MomentText {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DATE_LENGTH = "2026-01-01".length();

    private MomentText() {}

    /** Whether a text is a date alone, which stands for a whole day. */
    public static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /**
     * A date, which is its midnight, or a date with a time, with or without an offset.
     *
     * @throws DateTimeException when it is neither
     */
    public static Instant read(String text) {
        if (isDate(text)) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        // A plus that was not encoded has become a blank.
        String moment = text.replace(' ', '+');
        return hasOffset(moment)
                ? OffsetDateTime.parse(moment).toInstant()
                : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > DATE_LENGTH || text.lastIndexOf('-') > DATE_LENGTH;
    }
}
