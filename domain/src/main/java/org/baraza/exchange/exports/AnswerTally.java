// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells from answers whether a question seems to have several at once: short words, apart by spaces, which come again and again.
 */
final class AnswerTally {
    private static final int MOST_OPTIONS = 30;
    private static final int OFTEN = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");

    private final Map<String, Integer> words = new LinkedHashMap<>();
    private boolean several;
    private boolean free;
    private int total;

    void saw(String answer) {
        String text = answer.strip();
        if (free || text.isEmpty()) {
            return;
        }
        String[] parts = text.split(" ");
        several |= parts.length > 1;
        for (String part : parts) {
            if (!WORD.matcher(part).matches()) {
                free = true;
                return;
            }
            words.merge(part, 1, Integer::sum);
            total++;
        }
        free = words.size() > MOST_OPTIONS;
    }

    /** The options; none when it does not look like such a question. */
    List<String> options() {
        return !free && several && words.size() > 1 && total >= OFTEN * words.size()
                ? List.copyOf(words.keySet())
                : List.of();
    }
}
