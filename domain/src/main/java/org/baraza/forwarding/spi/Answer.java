// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

/**
 * What came back.
 *
 * @param status 0 when no answer came
 * @param body its beginning, 64 KB at most
 */
public record Answer(int status, String body) {
    private static final int GOOD = 200;
    private static final int NOT_GOOD = 300;

    /** Whether it is what one hopes for, as far as the status says. */
    public boolean isGood() {
        return status >= GOOD && status < NOT_GOOD;
    }
}
