// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

/** Why one update cannot be; caught where the rows of a request are gone through. */
final class BadUpdate extends Exception {
    private static final long serialVersionUID = 1L;

    BadUpdate(String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
