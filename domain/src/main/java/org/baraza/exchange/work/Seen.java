// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.HashMap;
import java.util.Map;

/** What rows of a part were about, so that no two of them are about the same thing. */
public final class Seen {
    private final Map<String, Integer> rows = new HashMap<>();

    /** Notes what a row is about; an empty key is about nothing. */
    public void note(String key, int row) {
        if (!key.isEmpty()) {
            rows.putIfAbsent(key, row);
        }
    }

    /** Refuses a row when an earlier one was about the same. */
    public void refuseSecond(String header, String key, int row) {
        int first = rows.getOrDefault(key, row);
        if (first < row) {
            throw new RowRefused(header, "ROW_TWICE", "Row " + first + " is about the same.");
        }
    }
}
