// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a phone's log as it is kept.
 *
 * @param reportId id of the report that brought it
 * @param number its place there
 * @param occurredOn by the phone's clock where it can be believed, else when the report came
 * @param appVersion the long text in which the phone describes app and client
 */
public record DeviceLog(
        String reportId,
        int number,
        String type,
        String message,
        Instant occurredOn,
        @Nullable Instant loggedOn,
        Instant receivedOn,
        @Nullable String deviceId,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String appId,
        @Nullable String appBuild,
        @Nullable String appVersion,
        @Nullable String androidVersion,
        @Nullable String deviceModel,
        @Nullable String session,
        @Nullable String expression,
        @Nullable String signature) {
    static final String LIST = "device-logs";

    /** Its place in the list, newest first. */
    public String cursor() {
        return Cursor.of(LIST, occurredOn, reportId, number);
    }
}
