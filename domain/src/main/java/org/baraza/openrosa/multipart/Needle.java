// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.util.Arrays;

/** A few bytes to be found among many (Boyer, Moore and Horspool). */
final class Needle {

    private final byte[] bytes;
    private final int[] shift = new int[256];

    Needle(byte[] bytes) {
        this.bytes = bytes.clone();
        Arrays.fill(shift, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            shift[bytes[i] & 0xFF] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    /** Where the needle begins first between the two places, or -1. */
    int indexIn(byte[] haystack, int from, int to) {
        int last = bytes.length - 1;
        for (int at = from; at + last < to; at += shift[haystack[at + last] & 0xFF]) {
            int i = last;
            while (haystack[at + i] == bytes[i]) {
                if (i == 0) {
                    return at;
                }
                i--;
            }
        }
        return -1;
    }
}
