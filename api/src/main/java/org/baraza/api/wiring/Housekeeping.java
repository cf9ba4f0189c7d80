// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does now and then. Everything here may run on several nodes at once and be cut short at any time. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(10);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());

    /** @param rounds each is made whatever became of the others */
    Housekeeping(Duration every, List<Runnable> rounds) {
        var unused = clockwork.scheduleWithFixedDelay(
                () -> rounds.forEach(Housekeeping::attempt), FIRST.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
    }

    /** Does something in each project that ever changed. What goes wrong in one holds up no other. */
    static void inEach(ChangeFeed feed, Runnable work) {
        for (ProjectId project : feed.projects()) {
            try {
                ProjectScope.run(project, work);
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("project", project).setCause(e).log("housekeeping.project_failed");
            }
        }
    }

    /** A round that fails is only logged; the next one comes. */
    private static void attempt(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("housekeeping.failed");
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
