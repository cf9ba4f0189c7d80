// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** How often in a minute this node builds the same app for people who need not say who they are. */
final class BuildTurns {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_APPS = 10_000;

    private record App(ProjectId project, String appId) {}

    private final ShortMemory<App, AtomicInteger> taken;
    private final int most;

    BuildTurns(Clock clock, int most) {
        this.taken = new ShortMemory<>(clock, WINDOW, MOST_APPS);
        this.most = most;
    }

    /** Refuses whoever comes after too many others. */
    void take(ProjectId project, String appId) {
        if (taken.get(new App(project, appId), _ -> new AtomicInteger()).incrementAndGet() > most) {
            throw new Refused(new Problem.TooMany(WINDOW));
        }
    }
}
