// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import org.baraza.xpath.EvaluationFailed;

/** The check digit of Verhoeff, which finds every wrong digit and all neighbours that were exchanged. */
final class Verhoeff {

    /** Where digits go at each place, repeated after eight places. */
    private static final String[] PLACES = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private Verhoeff() {}

    static String checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(digits.length() - 1 - i);
            if (c < '0' || c > '9') {
                throw new EvaluationFailed("A checksum is made of digits only.");
            }
            sum = product(sum, PLACES[(i + 1) % 8].charAt(c - '0') - '0');
        }
        return Integer.toString(inverse(sum));
    }

    /** Turning and mirroring a pentagon: 0 to 4 turn it, 5 to 9 mirror it. */
    private static int product(int a, int b) {
        if (a < 5) {
            return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5;
        }
        return b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5;
    }

    private static int inverse(int a) {
        return a < 5 ? (5 - a) % 5 : a;
    }
}
