// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no as people write them in cells. */
public final class YesNo {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");

    private YesNo() {}

    /**
     * What a cell says; empty when it says nothing.
     *
     * @throws RowRefused when it says something else
     */
    public static Optional<Boolean> read(String header, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new RowRefused(header, "NOT_YES_OR_NO", "This is answered by yes or no.");
        }
        return Optional.of(YES.contains(word));
    }

    public static String text(boolean yes) {
        return yes ? "yes" : "no";
    }
}
