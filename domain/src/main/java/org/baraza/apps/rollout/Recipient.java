// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import java.util.List;
import java.util.Set;

/**
 * Somebody who may get a version, as far as she is known.
 *
 * @param userId empty as long as nobody signed in
 * @param deviceId empty where the phone does not say it
 * @param locationIds her primary location and all above it, the nearest first
 */
public record Recipient(String userId, String deviceId, List<String> locationIds, Set<String> groupIds) {
    /** A phone that says nothing of itself. */
    public static final Recipient NOBODY = new Recipient("", "", List.of(), Set.of());

    public Recipient {
        locationIds = List.copyOf(locationIds);
        groupIds = Set.copyOf(groupIds);
    }

    /** What tells her from others: a person stays the same whatever phone she holds. Empty for nobody. */
    String key() {
        return userId.isEmpty() ? deviceId : userId;
    }
}
