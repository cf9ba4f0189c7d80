// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each forwarder may go on this node, also over short stretches of work with nothing between them. */
final class Paces {
    private final Map<UUID, Pace> paces = new ConcurrentHashMap<>();

    Pace of(UUID forwarderId) {
        return paces.computeIfAbsent(forwarderId, _ -> new Pace());
    }

    /** Forgets those that would let anybody through at once. */
    void tidy() {
        paces.values().removeIf(Pace::isIdle);
    }
}
