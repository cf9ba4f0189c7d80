// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.Optional;
import org.baraza.paging.PageRequest;

/** Which records are wanted, newest first. */
public record RecordQuery(RecordFilter filter, PageRequest page) {

    /**
     * What records must be like.
     *
     * @param forwarderId empty for those of all
     * @param payloadId empty for those of all documents
     * @param since made not before
     * @param until made before
     */
    public record RecordFilter(
            String forwarderId,
            Optional<RecordState> state,
            String payloadId,
            Optional<Instant> since,
            Optional<Instant> until) {}
}
