// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.InputStream;

/** What comes of a request for a restore. */
public sealed interface RestoreAnswer {

    /**
     * A payload on its way. Reading waits for bytes and ends well only if the payload is whole; whoever reads must close.
     *
     * @param bytes XML, compressed if the request allowed it
     */
    record Payload(InputStream bytes) implements RestoreAnswer {}

    /**
     * A large payload that is being made: the phone must ask again.
     *
     * @param done of all its cases; never less than before
     */
    record Pending(int done, int total) implements RestoreAnswer {
        /** How long the phone should wait. */
        public static final int RETRY_AFTER_SECONDS = 5;
    }

    /**
     * Phone and server do not agree about the past: the phone must ask for everything (device protocol: 412).
     *
     * @param reason for people
     */
    record StartOver(String reason) implements RestoreAnswer {}
}
