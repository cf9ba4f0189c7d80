// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * Reads one text as date and time, from left to right, in whole or not at all.
 *
 * <p>Between the fields of date and time may stand any one character that is no digit, or nothing; between date and time
 * a blank or {@code T}. After the minutes a sign always begins the zone.
 */
final class TimestampScanner {

    /** Not a date and time, or none that exists. */
    static final long NONE = Long.MIN_VALUE;

    static final long FIRST_SECOND = LocalDate.of(1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1;

    private static final int NO_NUMBER = -1;

    private final String text;
    private int at;

    TimestampScanner(String text) {
        this.text = text;
    }

    /** Microseconds since 1970, for a date with a time whose fraction has that many digits; no zone means UTC. */
    long dateAndTime(int fewestDigits, int mostDigits) {
        long day = date(false);
        if (day == NONE || (!skip(' ') && !skip('T'))) {
            return NONE;
        }
        int hour = number(2, 0, 23);
        separator();
        int minute = number(2, 0, 59);
        if (hour == NO_NUMBER || minute == NO_NUMBER) {
            return NONE;
        }
        int second = optionalSeconds();
        long micros = second == NO_NUMBER ? 0 : fraction(fewestDigits, mostDigits);
        int zoneMinutes = zoneMinutes();
        if (zoneMinutes == Integer.MIN_VALUE || at != text.length()) {
            return NONE;
        }
        long local = (day * 24 + hour) * 3_600 + minute * 60L + Math.max(second, 0);
        return inRange(local - zoneMinutes * 60L, micros);
    }

    /** Microseconds since 1970 of midnight UTC, for a date alone, written with two dashes or none. */
    long bareDate() {
        long day = date(true);
        return day == NONE || at != text.length() ? NONE : inRange(day * 86_400, 0);
    }

    private static long inRange(long seconds, long micros) {
        return seconds < FIRST_SECOND || seconds > LAST_SECOND ? NONE : seconds * 1_000_000 + micros;
    }

    private long date(boolean strict) {
        int year = number(4, 1, 9_999);
        int first = separator();
        int month = number(2, 1, 12);
        int second = separator();
        int day = number(2, 1, 31);
        if (year == NO_NUMBER || month == NO_NUMBER || day == NO_NUMBER) {
            return NONE;
        }
        if (strict && (first != second || (first != 0 && first != '-'))) {
            return NONE;
        }
        return day > Month.of(month).length(Year.isLeap(year))
                ? NONE
                : LocalDate.of(year, month, day).toEpochDay();
    }

    private int optionalSeconds() {
        int before = at;
        if (atSign()) {
            return NO_NUMBER;
        }
        separator();
        int second = number(2, 0, 59);
        if (second == NO_NUMBER) {
            at = before;
        }
        return second;
    }

    /** The fraction in microseconds; without one, or with too few or too many digits, nothing is read. */
    private long fraction(int fewestDigits, int mostDigits) {
        int before = at;
        if (atSign()) {
            return 0;
        }
        separator();
        int from = at;
        long micros = 0;
        while (at < text.length() && Timestamps.isDigit(text.charAt(at))) {
            if (at - from < 6) {
                micros = micros * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        int digits = at - from;
        if (digits < fewestDigits || digits > mostDigits) {
            at = before;
            return 0;
        }
        for (int i = digits; i < 6; i++) {
            micros *= 10;
        }
        return micros;
    }

    /** Minutes east of UTC, 0 if the text ends here, the smallest integer if what follows is no zone. */
    private int zoneMinutes() {
        if (at == text.length() || skip('Z') || skip('z')) {
            return 0;
        }
        if (!atSign()) {
            return Integer.MIN_VALUE;
        }
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int hours = number(2, 0, 23);
        if (hours == NO_NUMBER) {
            return Integer.MIN_VALUE;
        }
        if (at == text.length()) {
            return sign * hours * 60;
        }
        separator();
        int minutes = number(2, 0, 59);
        return minutes == NO_NUMBER ? Integer.MIN_VALUE : sign * (hours * 60 + minutes);
    }

    private boolean atSign() {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over one character that is no digit and returns it, 0 if there is none. */
    private int separator() {
        return at < text.length() && !Timestamps.isDigit(text.charAt(at)) ? text.charAt(at++) : 0;
    }

    private int number(int digits, int least, int most) {
        if (at + digits > text.length()) {
            return NO_NUMBER;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            if (!Timestamps.isDigit(text.charAt(i))) {
                return NO_NUMBER;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        if (number < least || number > most) {
            return NO_NUMBER;
        }
        at += digits;
        return number;
    }
}
