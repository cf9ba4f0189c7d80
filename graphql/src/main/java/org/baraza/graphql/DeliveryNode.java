// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.forwarding.ForwardingRecord;
import org.baraza.forwarding.RecordState;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** One change that is sent by one forwarder. */
record DeliveryNode(ProjectAccess access, ForwardingRecord record) implements InProject {
    public String id() {
        return record.recordId();
    }

    public String forwarderId() {
        return record.forwarderId();
    }

    public String payloadId() {
        return record.payloadId();
    }

    public RecordState state() {
        return record.standing().state();
    }

    public Instant registeredAt() {
        return record.registeredAt();
    }

    public @Nullable Instant lastAttemptAt() {
        return record.standing().lastAttemptAt().orElse(null);
    }

    public @Nullable Instant nextAttemptAt() {
        return record.standing().due().orElse(null);
    }

    public int tries() {
        return record.standing().tries();
    }
}
