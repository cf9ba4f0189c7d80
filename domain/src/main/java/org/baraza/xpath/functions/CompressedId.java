// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import org.baraza.xpath.EvaluationFailed;

/**
 * Writes numbers shortly in digits of one's own: as many growth digits as it takes, one lead digit, a fixed number of body
 * digits. Growth and lead share no character, so that ids which are put behind each other stay apart.
 */
record CompressedId(String growth, String lead, String body, int bodyLength) {

    private static final int LONGEST = 20;

    CompressedId {
        if (growth.isEmpty() || lead.isEmpty()) {
            throw new EvaluationFailed("A short id needs growth digits and lead digits.");
        }
        if (growth.chars().anyMatch(c -> lead.indexOf(c) >= 0)) {
            throw new EvaluationFailed("No character may be a growth digit and a lead digit.");
        }
        if (bodyLength < 0 || bodyLength > LONGEST || (bodyLength > 0 && body.isEmpty())) {
            throw new EvaluationFailed("A short id has 0 to " + LONGEST + " body digits, and some to choose from.");
        }
    }

    String of(int number) {
        if (number < 0) {
            throw new EvaluationFailed("Only numbers from 0 on have a short id, and this is " + number + ".");
        }
        StringBuilder backwards = new StringBuilder();
        int left = number;
        for (int i = 0; i < bodyLength; i++) {
            left = digit(left, body, backwards);
        }
        left = digit(left, lead, backwards);
        if (left > 0 && growth.length() == 1) {
            throw new EvaluationFailed("The number " + number + " is too large for a single growth digit.");
        }
        while (left > 0) {
            left = digit(left, growth, backwards);
        }
        return backwards.reverse().toString();
    }

    private static int digit(int number, String digits, StringBuilder backwards) {
        backwards.append(digits.charAt(number % digits.length()));
        return number / digits.length();
    }
}
