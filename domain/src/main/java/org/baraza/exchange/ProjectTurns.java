// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.baraza.persistence.tenancy.ProjectId;

/** So many jobs of a project run on this node at once, so that one project does not keep all others waiting. */
final class ProjectTurns {
    private static final int AT_ONCE = 2;

    private final ConcurrentMap<ProjectId, Integer> running = new ConcurrentHashMap<>();

    /** Whether there is a turn; whoever gets one gives it back. */
    boolean take(ProjectId project) {
        boolean[] taken = {false};
        running.compute(project, (_, before) -> {
            int now = before == null ? 0 : before;
            taken[0] = now < AT_ONCE;
            return taken[0] ? now + 1 : now;
        });
        return taken[0];
    }

    void giveBack(ProjectId project) {
        running.computeIfPresent(project, (_, before) -> before == 1 ? null : before - 1);
    }
}
