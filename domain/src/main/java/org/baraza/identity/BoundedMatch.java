// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.regex.Pattern;

/**
 * Matches a text with an expression that somebody of a project wrote. An expression that looks at the text again and
 * again would otherwise hold a processor for hours.
 */
final class BoundedMatch {
    private static final int MOST_LOOKS = 200_000;

    private BoundedMatch() {}

    /** Whether the whole text matches; an expression that takes too long does not. */
    static boolean matches(String regex, String text) {
        try {
            return Pattern.compile(regex).matcher(new Watched(text)).matches();
        } catch (TooLong | StackOverflowError endless) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLong() {
            super("", null, false, false);
        }
    }

    /** Counts how often a character is looked at. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        private Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
