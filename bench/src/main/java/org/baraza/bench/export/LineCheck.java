// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Looks at the lines of a CSV file as they come: each begins with its number and with an id that is a letter and a number, and
 * both are there once.
 */
final class LineCheck {
    private final StringBuilder line = new StringBuilder();
    private final BitSet seen = new BitSet();
    private long lines = -1;
    private long wrong;

    void accept(byte[] bytes, int length) {
        for (char letter : new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (letter == '\n') {
                end();
            } else if (line.length() < 40) {
                line.append(letter);
            }
        }
    }

    private void end() {
        if (lines >= 0) {
            String[] cells = line.toString().split(",", 3);
            boolean inOrder = cells.length > 2 && cells[0].equals(Long.toString(lines));
            int number = inOrder ? Integer.parseInt(cells[1].substring(1)) : 0;
            if (!inOrder || seen.get(number)) {
                wrong++;
            }
            seen.set(number);
        }
        lines++;
        line.setLength(0);
    }

    /** Rows, without the header. */
    long rows() {
        return Math.max(0, lines);
    }

    /** Rows whose number is not the next, or whose id was there before. */
    long wrong() {
        return wrong;
    }
}
