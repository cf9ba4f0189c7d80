// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Twelve months of thirty days and one of five or six; every fourth year is longer by a day. */
public final class EthiopianCalendar {

    /** The first day of year 1, counted from 1970. */
    private static final long FIRST = LocalDate.of(8, 8, 27).toEpochDay();

    private static final int DAYS_OF_MONTH = 30;

    private static final int FOUR_YEARS = 4 * 365 + 1;

    private static final List<String> MONTHS = List.of(
            "Mäskäräm",
            "T\u2019ïk\u2019ïmt",
            "Hïdar",
            "Tahsas",
            "T\u2019ïr",
            "Yäkatit",
            "Mägabit",
            "Miyaziya",
            "Gïnbot",
            "Säne",
            "Hämle",
            "Nähäse",
            "P\u2019agume");

    private EthiopianCalendar() {}

    /** The day as Ethiopians call it. */
    public static CalendarDay of(LocalDate date) {
        long days = date.toEpochDay() - FIRST;
        long cycles = Math.floorDiv(days, FOUR_YEARS);
        int within = Math.floorMod(days, FOUR_YEARS);
        // The third year of four is the long one.
        int yearOfFour = within < 3 * 365 + 1 ? Math.min(within / 365, 2) : 3;
        int dayOfYear = within - yearOfFour * 365 - (yearOfFour == 3 ? 1 : 0);
        int month = dayOfYear / DAYS_OF_MONTH;
        String name = MONTHS.get(month);
        return new CalendarDay(
                (int) (cycles * 4) + yearOfFour + 1, month + 1, dayOfYear % DAYS_OF_MONTH + 1, name, name);
    }

    /** The day of computers that Ethiopians call so; empty where there is no such day. */
    public static Optional<LocalDate> toDate(int year, int month, int day) {
        if (year < 1 || month < 1 || month > MONTHS.size() || day < 1 || day > DAYS_OF_MONTH) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.ofEpochDay(
                FIRST + 365L * (year - 1) + year / 4 + (long) DAYS_OF_MONTH * (month - 1) + day - 1);
        CalendarDay called = of(date);
        return called.year() == year && called.month() == month && called.day() == day
                ? Optional.of(date)
                : Optional.empty();
    }
}
