// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** A phone that runs an app, and what it last said about it. */
public record RunningDevice(
        String userId,
        String deviceId,
        @Nullable Integer appVersion,
        String profileId,
        String clientVersion,
        Instant seenOn) {
    static final String LIST = "running-devices";

    /** Its place in the list, last heard of first. */
    public String cursor() {
        return Cursor.of(LIST, seenOn, userId, deviceId);
    }
}
