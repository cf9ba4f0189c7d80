// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.devices.Device;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A device of a person of the project. */
record DeviceNode(ProjectAccess access, Device device) implements InProject {
    public String deviceId() {
        return device.deviceId();
    }

    public String userId() {
        return device.userId();
    }

    public Instant firstSeenOn() {
        return device.firstSeenOn();
    }

    public Instant seenOn() {
        return device.seenOn();
    }

    public @Nullable Instant lastSubmissionOn() {
        return device.lastSubmissionOn();
    }

    public @Nullable Instant lastSyncOn() {
        return device.lastSyncOn();
    }

    public @Nullable Instant lastHeartbeatOn() {
        return device.lastHeartbeatOn();
    }

    public @Nullable String appId() {
        return device.appId();
    }

    public @Nullable String buildId() {
        return device.buildId();
    }

    public @Nullable Integer appVersion() {
        return device.appVersion();
    }

    public @Nullable String commcareVersion() {
        return device.clientVersion();
    }

    public int unsentForms() {
        return device.unsentForms();
    }

    public int quarantinedForms() {
        return device.quarantinedForms();
    }

    public @Nullable Integer driftHours() {
        return device.driftHours();
    }

    public @Nullable Instant logsRequestedOn() {
        return device.logsRequestedOn();
    }
}
