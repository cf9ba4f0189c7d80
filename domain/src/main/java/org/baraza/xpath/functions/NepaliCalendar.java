// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.LocalDate;
import java.util.List;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.calendars.CalendarDay;

/** Bikram Sambat. Its months follow the sun and no rule, so how long each one is stands in a table of the years known. */
final class NepaliCalendar {

    private static final int FIRST_YEAR = 1970;

    /** The first day of the first year. */
    private static final long FIRST_DAY = LocalDate.of(1913, 4, 14).toEpochDay();

    /** The shapes that years have: by how much each of the twelve months is longer than 29 days. */
    private static final List<String> SHAPES = List.of(
            "223222101011",
            "223231101011",
            "232321110011",
            "132321110102",
            "223122101011",
            "223312101011",
            "232321110012",
            "232322010102",
            "223321101011",
            "222322011011",
            "232321101011",
            "222322101011",
            "232321110102",
            "222322011002",
            "132322011002",
            "132322010102",
            "223321110111",
            "132321110111",
            "223221110111",
            "232312110111",
            "223222110111",
            "123312110111");

    /** The shape of each year, ten years in a row, as letters from A. */
    private static final String YEARS = "ABCDEFGHAI"
            + "GJAIGJAKGL"
            + "AKMLACMAAG"
            + "DAIGDAIGNA"
            + "IGJAIGJAKM"
            + "LACMLAGDAB"
            + "GDAIGOAIGJ"
            + "AIGJAKGLAC"
            + "MLACMABGDA"
            + "IGPAIGNAIG"
            + "JAKGLACMLA"
            + "CQRSSTRUVR"
            + "R";

    private static final List<String> MONTHS = List.of(
            "Baishakh",
            "Jestha",
            "Ashadh",
            "Shrawan",
            "Bhadra",
            "Ashwin",
            "Kartik",
            "Mangsir",
            "Poush",
            "Magh",
            "Falgun",
            "Chaitra");

    private NepaliCalendar() {}

    static CalendarDay of(LocalDate date) {
        long days = date.toEpochDay() - FIRST_DAY;
        for (int year = 0; days >= 0 && year < YEARS.length(); year++) {
            String shape = SHAPES.get(YEARS.charAt(year) - 'A');
            for (int month = 0; month < 12; month++) {
                int length = 29 + shape.charAt(month) - '0';
                if (days < length) {
                    String name = MONTHS.get(month);
                    return new CalendarDay(FIRST_YEAR + year, month + 1, (int) days + 1, name, name);
                }
                days -= length;
            }
        }
        throw new EvaluationFailed("The Nepali calendar is known for 1913 to 2034 only, and this is " + date + ".");
    }
}
