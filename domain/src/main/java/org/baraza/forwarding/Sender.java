// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.changes.ProjectsWithWork.LaneOf;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is to be sent, each forwarder in a lane of its own. Every node runs one; one node at a time has a lane. */
public final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int MOST_FOUND = 500;
    private static final int WRITING_AT_ONCE = 6;
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final ProjectsWithWork projects;
    private final LaneRun.Tools tools;
    private final Clock clock;
    private final Duration pause;
    private final Map<LaneOf, Thread> lanes = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * Starts at once.
     *
     * @param pause between looks when nobody nudges
     */
    public Sender(
            Transactions transactions,
            ProjectsWithWork projects,
            ConnectionStore connections,
            Payloads payloads,
            ForwarderTypes types,
            Sending sending,
            AnswerActions actions,
            Notices notices,
            Lifecycle lifecycle,
            Clock clock,
            Duration pause) {
        this.projects = projects;
        this.clock = clock;
        this.pause = pause;
        this.tools = new LaneRun.Tools(
                new Turn(transactions, connections, notices, lifecycle, clock),
                new Delivery(sending, types, actions, clock),
                payloads,
                new Snapshots(transactions),
                new Semaphore(WRITING_AT_ONCE),
                new Shares(),
                new Paces(),
                MadeAhead.usual());
        this.thread = Thread.ofVirtual().name("forwarding").start(this::run);
    }

    /** There is something to send. Does not wait. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                projects.dueLanes(clock.instant(), MOST_FOUND).forEach(this::start);
                nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                LOG.atWarn()
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .setCause(e)
                        .log("forwarding.search_failed");
                breathe();
            }
        }
    }

    private void breathe() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void start(LaneOf lane) {
        lanes.computeIfAbsent(
                lane,
                _ -> Thread.ofVirtual().name("lane").start(() -> {
                    try {
                        ProjectScope.in(lane.project(), () -> {
                            new LaneRun(tools, lane.forwarderId(), () -> stopping).run();
                            return true;
                        });
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Throwable e) {
                        LOG.atWarn()
                                .addKeyValue("project", lane.project())
                                .addKeyValue("forwarder", lane.forwarderId())
                                .addKeyValue("error", e.getClass().getSimpleName())
                                .setCause(e)
                                .log("forwarding.lane_failed");
                        breathe();
                    } finally {
                        lanes.remove(lane);
                        tools.paces().tidy();
                    }
                }));
    }

    @Override
    public void close() {
        // Not by interrupting: that would cut connections in the middle of a statement.
        stopping = true;
        nudges.release();
        try {
            thread.join(STOPPING);
            for (Thread lane : lanes.values()) {
                lane.join(STOPPING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
