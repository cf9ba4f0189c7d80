// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Looks out for a document type in bytes that pass by, in whichever encoding has letters with or without zeros between. */
final class DoctypeWatch {
    private static final byte[] MARK = "<!DOCTYPE".getBytes(US_ASCII);

    private int matched;

    /** Whether there is one in what has passed by, with these bytes at its end. */
    boolean sees(byte[] bytes, int length) {
        for (int at = 0; at < length && matched < MARK.length; at++) {
            byte one = bytes[at];
            if (one == MARK[matched]) {
                matched++;
            } else if (one != 0) {
                matched = one == MARK[0] ? 1 : 0;
            }
        }
        return matched == MARK.length;
    }
}
