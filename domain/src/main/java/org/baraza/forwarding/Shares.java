// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.baraza.persistence.tenancy.ProjectId;

/** How many requests each project may have on their way from this node, so that one leaves connections to the others. */
final class Shares {
    private static final int MOST = 256;

    private final Map<ProjectId, Semaphore> shares = new ConcurrentHashMap<>();

    Semaphore of(ProjectId project) {
        return shares.computeIfAbsent(project, _ -> new Semaphore(MOST));
    }
}
