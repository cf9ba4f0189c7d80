// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * How many requests may be on their way from this node: for each project so many that it leaves connections to others, and for each
 * of its forwarders no more than are left for all of them, so that one whose other side hangs never takes the last.
 */
final class Shares {
    private static final int MOST = 256;

    private final Map<ProjectId, Share> shares = new ConcurrentHashMap<>();

    Share of(ProjectId project) {
        return shares.computeIfAbsent(project, _ -> new Share(MOST));
    }

    /** What one project may have on its way. */
    static final class Share {
        private final Map<UUID, Integer> held = new HashMap<>();
        private int free;

        Share(int most) {
            free = most;
        }

        /** Returns when there is room for one more of a forwarder. */
        synchronized void acquire(UUID forwarderId) throws InterruptedException {
            while (free == 0 || held.getOrDefault(forwarderId, 0) >= free) {
                wait();
            }
            free--;
            held.merge(forwarderId, 1, Integer::sum);
        }

        synchronized void release(UUID forwarderId) {
            free++;
            held.computeIfPresent(forwarderId, (_, count) -> count == 1 ? null : count - 1);
            notifyAll();
        }

        synchronized int free() {
            return free;
        }
    }
}
