// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.regex.Pattern;

/** What may stand in names and notes that people read. */
final class TextRules {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    private TextRules() {}

    /** No line breaks, no NUL, no other character that steers instead of being read. */
    static boolean isPlain(String text) {
        return !UNSEEN.matcher(text).find();
    }
}
