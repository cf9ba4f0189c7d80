// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import org.baraza.paging.Cursor;

/**
 * One change that is sent by one forwarder.
 *
 * @param recordId also the id of the delivery, the same in each attempt
 * @param position the change that asks for it
 * @param payloadId of the document that is sent
 */
public record ForwardingRecord(
        String recordId, String forwarderId, long position, String payloadId, Instant registeredAt, Standing standing) {
    static final String LIST = "forwarding-records";

    /** The same, as it stands otherwise. */
    ForwardingRecord standingAs(Standing now) {
        return new ForwardingRecord(recordId, forwarderId, position, payloadId, registeredAt, now);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, position, recordId, payloadId);
    }
}
