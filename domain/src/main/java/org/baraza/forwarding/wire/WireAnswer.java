// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.util.Map;

/** What came back. */
public sealed interface WireAnswer {

    /**
     * An answer.
     *
     * @param headers by their names in lower case
     * @param body its beginning
     */
    record Answered(int status, Map<String, String> headers, String body) implements WireAnswer {
        private static final int GOOD = 200;
        private static final int NOT_GOOD = 300;

        public boolean isGood() {
            return status >= GOOD && status < NOT_GOOD;
        }
    }

    /**
     * None.
     *
     * @param error for people
     */
    record Silent(String error) implements WireAnswer {}
}
