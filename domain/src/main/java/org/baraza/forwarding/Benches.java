// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.baraza.persistence.tenancy.ProjectId;

/** How many scripts may be at work at once on this node, and how many of them of one project. */
final class Benches {
    static final int OF_A_PROJECT = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One project never has all. */
    private final Semaphore ofTheNode =
            new Semaphore(Math.max(OF_A_PROJECT * 2, Runtime.getRuntime().availableProcessors()), true);

    private final Map<ProjectId, Semaphore> ofProjects = new ConcurrentHashMap<>();

    /** Whether there is one within a while; her own first, so that nobody waits for her. */
    boolean take(ProjectId project) throws InterruptedException {
        Semaphore own = ofProjects.computeIfAbsent(project, _ -> new Semaphore(OF_A_PROJECT, true));
        if (!own.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = ofTheNode.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!taken) {
                own.release();
            }
        }
        return taken;
    }

    void leave(ProjectId project) {
        ofTheNode.release();
        ofProjects.computeIfPresent(project, (_, own) -> {
            own.release();
            return own;
        });
    }
}
