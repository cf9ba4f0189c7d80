// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.sync.SyncEntry;

/** One answered sync of a worker's phone. */
record SyncNode(ProjectAccess access, SyncEntry entry) implements InProject {
    public String restoreId() {
        return entry.restoreId();
    }

    public Instant syncedOn() {
        return entry.syncedOn();
    }

    public Optional<String> deviceId() {
        return entry.deviceId();
    }

    public Optional<String> appId() {
        return entry.appId();
    }

    public boolean incremental() {
        return entry.continued();
    }

    public boolean completed() {
        return entry.completed();
    }

    public int caseCount() {
        return entry.caseCount();
    }

    public Optional<Instant> disagreedOn() {
        return entry.disagreedOn();
    }
}
