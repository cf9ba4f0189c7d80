// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** How much an evaluation may still do; every node, call and character looked at costs a step. */
final class Budget {

    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new EvaluationFailed("The expression takes too long to evaluate.");
        }
    }

    /** The same text, each look at a character of which costs a step: patterns may look very often. */
    CharSequence counted(CharSequence text) {
        return new Counted(text);
    }

    private final class Counted implements CharSequence {

        private final CharSequence text;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            spend(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
