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
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

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
        // Python writes a blank between date and time; a plus that was not encoded has become one, too.
        boolean apart = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        String moment = (apart ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1) : text)
                .replace(' ', '+');
        Instant instant = hasOffset(moment)
                ? OffsetDateTime.parse(moment).toInstant()
                : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("Not in the years 1 to 9999");
        }
        return instant;
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > DATE_LENGTH || text.lastIndexOf('-') > DATE_LENGTH;
    }
}
