// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.baraza.apps.Rollouts;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.ProjectScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches over versions that are being rolled out, in one project after the other. */
final class RolloutRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ProjectsWithWork projects;
    private final Rollouts rollouts;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("rollouts").factory());

    RolloutRounds(ProjectsWithWork projects, Rollouts rollouts) {
        this.projects = projects;
        this.rollouts = rollouts;
        var unused =
                clockwork.scheduleWithFixedDelay(this::round, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** What fails in one project is logged, and looked at again in the next round; others do not wait for it. */
    private void round() {
        safely(() ->
                projects.ofRollouts().forEach(project -> safely(() -> ProjectScope.run(project, rollouts::watch))));
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("rollouts.failed");
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
