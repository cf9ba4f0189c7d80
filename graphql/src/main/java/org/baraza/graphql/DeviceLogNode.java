// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.devices.DeviceLog;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** An entry of a phone's log. */
record DeviceLogNode(ProjectAccess access, DeviceLog log) implements InProject {
    public String reportId() {
        return log.reportId();
    }

    public int number() {
        return log.number();
    }

    public String type() {
        return log.type();
    }

    public String message() {
        return log.message();
    }

    public Instant occurredOn() {
        return log.occurredOn();
    }

    public @Nullable Instant loggedOn() {
        return log.loggedOn();
    }

    public Instant receivedOn() {
        return log.receivedOn();
    }

    public @Nullable String deviceId() {
        return log.deviceId();
    }

    public @Nullable String userId() {
        return log.userId();
    }

    public @Nullable String username() {
        return log.username();
    }

    public @Nullable String appId() {
        return log.appId();
    }

    public @Nullable String appBuild() {
        return log.appBuild();
    }

    public @Nullable String appVersion() {
        return log.appVersion();
    }

    public @Nullable String androidVersion() {
        return log.androidVersion();
    }

    public @Nullable String deviceModel() {
        return log.deviceModel();
    }

    public @Nullable String session() {
        return log.session();
    }

    public @Nullable String expression() {
        return log.expression();
    }

    public @Nullable String signature() {
        return log.signature();
    }
}
