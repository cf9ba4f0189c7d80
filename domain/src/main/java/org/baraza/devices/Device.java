// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A device in the hands of a person, as far as it was heard of; some seconds old.
 *
 * @param seenOn the last contact of any kind
 * @param appVersion the number of the build it runs
 * @param unsentForms forms that lay on it when it last reported
 * @param quarantinedForms forms among them that the server refused
 * @param driftHours how far its clock was ahead of the server's
 * @param logsRequestedOn since when its log is wanted; null when it is not
 */
public record Device(
        String userId,
        String deviceId,
        Instant firstSeenOn,
        Instant seenOn,
        @Nullable Instant lastSubmissionOn,
        @Nullable Instant lastSyncOn,
        @Nullable Instant lastHeartbeatOn,
        @Nullable String appId,
        @Nullable String buildId,
        @Nullable Integer appVersion,
        @Nullable String clientVersion,
        int unsentForms,
        int quarantinedForms,
        @Nullable Integer driftHours,
        @Nullable Instant logsRequestedOn) {
    static final String LIST = "devices";

    /** Its place in the list, last heard of first. */
    public String cursor() {
        return Cursor.of(LIST, seenOn, userId, deviceId);
    }
}
