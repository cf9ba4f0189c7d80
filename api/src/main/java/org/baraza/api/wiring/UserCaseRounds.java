// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.usercases.UserCaseWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the user cases that are due, in one project after the other: at once when it is told, and now and then. */
final class UserCaseRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserCaseRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final ProjectsWithWork projects;
    private final UserCaseWork work;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;

    UserCaseRounds(ProjectsWithWork projects, UserCaseWork work) {
        this.projects = projects;
        this.work = work;
        this.thread = Thread.ofVirtual().name("user-cases").start(this::run);
    }

    /** Somebody is due. Does not wait. */
    void nudge() {
        nudges.release();
    }

    private void run() {
        try {
            while (true) {
                nudges.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                nudges.drainPermits();
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round that fails is only logged; the next one comes. */
    private void round() {
        try {
            for (ProjectId project : projects.ofUserCases()) {
                ProjectScope.run(project, work::run);
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("user_cases.failed");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
