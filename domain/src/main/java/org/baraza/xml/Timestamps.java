// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The times of forms and cases: read from what devices write, written in UTC with six digits and {@code Z}. */
public final class Timestamps {

    private static final int SHORTEST = "20240301T1015".length();
    private static final int LONGEST = "2024-03-01T10:15:30.123456+03:00".length();
    private static final int LONGEST_PARSED = 64;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;

    private Timestamps() {}

    /**
     * What a string becomes in form JSON: a date with a time turns into UTC, anything else stays as it is (device
     * protocol: XML to JSON rule 8).
     */
    public static String normalised(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || !isDigit(text.charAt(0)) || !isDigit(text.charAt(3))) {
            return text;
        }
        long micros = new TimestampScanner(text).dateAndTime(3, 6);
        return micros == TimestampScanner.NONE ? text : format(micros);
    }

    /**
     * The moment a date-time names, in UTC if it has no offset, or midnight UTC of a bare date; empty for anything
     * else. Reads everything {@link #normalised} does, and fractions of any length, cut to microseconds.
     */
    public static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < "20240301".length() || trimmed.length() > LONGEST_PARSED) {
            return Optional.empty();
        }
        long micros = new TimestampScanner(trimmed).dateAndTime(1, LONGEST_PARSED);
        if (micros == TimestampScanner.NONE) {
            micros = new TimestampScanner(trimmed).bareDate();
        }
        return micros == TimestampScanner.NONE
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /**
     * {@code YYYY-MM-DDTHH:MM:SS.ffffffZ}; what is finer than a microsecond is cut off.
     *
     * @throws IllegalArgumentException for years that do not have four digits
     */
    public static String format(Instant instant) {
        if (instant.getEpochSecond() < TimestampScanner.FIRST_SECOND
                || instant.getEpochSecond() > TimestampScanner.LAST_SECOND) {
            throw new IllegalArgumentException("a timestamp needs a year of four digits");
        }
        return format(instant.getEpochSecond() * MICROS_A_SECOND + instant.getNano() / 1_000);
    }

    private static String format(long micros) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_A_DAY));
        long ofDay = Math.floorMod(micros, MICROS_A_DAY);
        int seconds = (int) (ofDay / MICROS_A_SECOND);
        byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 3, date.getYear());
        digits(text, 6, date.getMonthValue());
        digits(text, 9, date.getDayOfMonth());
        digits(text, 12, seconds / 3_600);
        digits(text, 15, seconds / 60 % 60);
        digits(text, 18, seconds % 60);
        digits(text, 25, (int) (ofDay % MICROS_A_SECOND));
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number so that its last digit is at the given place. */
    private static void digits(byte[] text, int last, int number) {
        for (int at = last, rest = number; rest > 0; at--, rest /= 10) {
            text[at] = (byte) ('0' + rest % 10);
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
