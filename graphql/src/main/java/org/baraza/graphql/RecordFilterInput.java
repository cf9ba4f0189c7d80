// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Optional;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.RecordState;
import org.jspecify.annotations.Nullable;

/** Records of forwarding as the list shows them. */
record RecordFilterInput(
        @Nullable String forwarderId,
        @Nullable RecordState state,
        @Nullable String payloadId,
        @Nullable Instant since,
        @Nullable Instant until) {

    RecordFilter filter() {
        return new RecordFilter(
                forwarderId == null ? "" : forwarderId,
                Optional.ofNullable(state),
                payloadId == null ? "" : payloadId,
                Optional.ofNullable(since),
                Optional.ofNullable(until));
    }
}
