// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.calendars;

/**
 * A date in some calendar.
 *
 * @param month from 1
 * @param monthName what the month is called in Latin letters
 * @param monthShort the same in short
 */
public record CalendarDay(int year, int month, int day, String monthName, String monthShort) {}
