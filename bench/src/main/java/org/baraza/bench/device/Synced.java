// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.device;

/**
 * What a sync came to.
 *
 * @param told cases in the payload
 * @param bytes on the wire
 * @param nanos from the request to the last byte
 */
public record Synced(Kind kind, int told, int bytes, long nanos) {

    /** How it began. */
    public enum Kind {
        FIRST,
        CONTINUED,
        /** The phone and the server did not agree, and it began anew. */
        RECOVERED
    }
}
