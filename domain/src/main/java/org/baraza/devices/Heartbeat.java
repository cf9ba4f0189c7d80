// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone says about itself now and then (device protocol: heartbeat). What it does not say, or says in a way that
 * cannot be read, is null.
 *
 * @param buildId the build that the address names
 * @param lastSyncOn by the phone's own book
 * @param driftHours how far its clock is ahead of the server's
 * @param maxDriftHours the same at its worst since the heartbeat before
 * @param pushToken where messages to the phone can be pushed to
 */
public record Heartbeat(
        String deviceId,
        String appId,
        String buildId,
        @Nullable String buildProfileId,
        @Nullable Integer appVersion,
        @Nullable String clientVersion,
        @Nullable Instant lastSyncOn,
        @Nullable Integer unsentForms,
        @Nullable Integer quarantinedForms,
        @Nullable Integer driftHours,
        @Nullable Integer maxDriftHours,
        @Nullable String pushToken,
        @Nullable Instant pushTokenOn) {}
