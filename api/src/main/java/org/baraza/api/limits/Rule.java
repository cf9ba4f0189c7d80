// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.util.Locale;

/** What an operator wants of a limit: none, that of CommCare HQ, or numbers of her own. */
sealed interface Rule {

    record None() implements Rule {}

    record AsHq() implements Rule {}

    record Fixed(Quota quota) implements Rule {}

    /**
     * Reads {@code off}, {@code hq} or {@code 60/minute,1000/hour}.
     *
     * @param name of the setting, for whoever reads why the server does not start
     */
    static Rule read(String name, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (wanted) {
                case "off" -> new None();
                case "hq" -> new AsHq();
                default -> new Fixed(Quota.read(wanted));
            };
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    name + " is off, hq, or limits like 60/minute,1000/hour, but not: " + text, unreadable);
        }
    }
}
