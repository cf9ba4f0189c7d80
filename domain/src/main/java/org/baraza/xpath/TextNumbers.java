// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Numbers in texts and as texts. */
final class TextNumbers {

    /** What differs by less is the same number. */
    static final double NOTHING = 1.0e-12;

    private TextNumbers() {}

    /** A decimal number or a date, which counts as its day; NaN for anything else, exponents and infinity among it. */
    static double number(String text) {
        String trimmed = text.trim();
        boolean digits = false;
        int points = 0;
        int dashes = 0;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.') {
                points++;
            } else if (c == '-') {
                dashes++;
            } else {
                return Double.NaN;
            }
        }
        if (!digits) {
            return Double.NaN;
        }
        if (points <= 1 && (dashes == 0 || (dashes == 1 && trimmed.charAt(0) == '-'))) {
            return Double.parseDouble(trimmed);
        }
        Optional<LocalDate> day = DateTexts.day(trimmed);
        return day.isPresent() ? day.get().toEpochDay() : Double.NaN;
    }

    static String text(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (Math.abs(number) < NOTHING) {
            return "0";
        }
        double whole = Math.rint(number);
        if (Math.abs(number - whole) < NOTHING) {
            return Math.abs(whole) < 1e15 ? Long.toString((long) whole) : new BigDecimal(whole).toPlainString();
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
