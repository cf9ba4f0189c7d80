// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Dates as phones write them. */
final class IsoDates {
    private static final int LENGTH = 10;

    private IsoDates() {}

    static boolean isDate(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
