// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For whom a payload is prepared: one phone of one person. Texts are empty where the request does not say.
 *
 * @param askedBy user id of whoever restores as her
 */
record PreparedKey(String userId, String deviceId, String appId, String askedBy) {

    static PreparedKey of(SyncLog log) {
        return new PreparedKey(log.userId(), text(log.deviceId()), text(log.appId()), text(log.askedBy()));
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
