// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

/** Makes strings of texts; runs of blanks, the indentation of printed documents, share one string. */
final class BlankTexts {

    private static final int LONGEST = 64;

    private String last = "";

    String text(char[] characters, int start, int length) {
        if (length > LONGEST || !isBlank(characters, start, length)) {
            return new String(characters, start, length);
        }
        if (!isLast(characters, start, length)) {
            last = new String(characters, start, length);
        }
        return last;
    }

    private boolean isLast(char[] characters, int start, int length) {
        if (last.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (last.charAt(i) != characters[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] characters, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (characters[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
