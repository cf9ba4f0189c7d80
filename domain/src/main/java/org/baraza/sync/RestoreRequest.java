// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a phone asks for (device protocol: restore request).
 *
 * @param since restore_id of its last sync; null for a first sync
 * @param state fingerprint of what the phone holds, as it says it; null when it says nothing
 * @param userId whom the phone believes to be; null when it does not know yet
 * @param deviceId as the phone names itself
 * @param appId app or build whose data is wanted; null for all
 * @param countsItems whether the payload shall say how many elements it has
 * @param gzip whether the phone takes a compressed payload
 */
public record RestoreRequest(
        @Nullable String since,
        @Nullable String state,
        @Nullable String userId,
        @Nullable String deviceId,
        @Nullable String appId,
        boolean countsItems,
        boolean gzip) {
    private static final String WEB_APPS = "WebAppsLogin";

    /** Whether a web server asks on behalf of a browser. It is told what changed even when it says a wrong state. */
    boolean isFromWebApps() {
        return deviceId != null && deviceId.startsWith(WEB_APPS);
    }
}
