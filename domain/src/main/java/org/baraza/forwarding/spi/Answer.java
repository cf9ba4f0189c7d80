// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 when no answer came
 * @param body its beginning, 64 KB at most
 */
public record Answer(int status, String body) {
    private static final int GOOD = 200;
    private static final int NOT_GOOD = 300;

    /**
     * Why the delivery was not taken, of what the body says: all of it beside a good status. Beside another one only that it may be
     * tried again later, since the status says the rest.
     */
    public Optional<Refusal> refusal(Optional<Refusal> said) {
        return isGood() ? said : said.filter(Refusal::notYet);
    }

    /** Whether it is what one hopes for, as far as the status says. */
    public boolean isGood() {
        return status >= GOOD && status < NOT_GOOD;
    }
}
