// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes accesses down behind the requests that they are of. A full line drops what comes and counts it; a database that is
 * away is tried again while there is room.
 */
public final class AccessRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessRecorder.class);
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_AT_ONCE = 500;
    private static final long PATIENCE_MILLIS = 500;
    private static final int LAST_TRIES = 5;

    private final Transactions transactions;
    private final AccessEventStore store = new AccessEventStore();
    private final BlockingQueue<Access> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;

    public AccessRecorder(Transactions transactions) {
        this.transactions = transactions;
        this.writer = Thread.ofVirtual().name("access-recorder").start(this::write);
    }

    /** Never waits. */
    public void add(Access access) {
        if (!waiting.offer(access)) {
            dropped.incrementAndGet();
        }
    }

    /** How many were not taken down, because too many waited. */
    public long dropped() {
        return dropped.get();
    }

    /** How many wait. */
    public int waiting() {
        return waiting.size();
    }

    private void write() {
        List<Access> batch = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            collect(batch);
            int tries = 0;
            while (!batch.isEmpty() && !written(batch) && (!closing || tries < LAST_TRIES)) {
                tries++;
                pause();
            }
            batch.clear();
        }
    }

    private void collect(List<Access> batch) {
        try {
            Access first = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
            }
        } catch (InterruptedException asked) {
            closing = true;
        }
    }

    /** What is written leaves the batch, so that a failure of one project repeats none of another. */
    private boolean written(List<Access> batch) {
        Map<ProjectId, List<Access>> byProject = batch.stream().collect(Collectors.groupingBy(Access::project));
        for (Map.Entry<ProjectId, List<Access>> part : byProject.entrySet()) {
            try {
                transactions.writingAs(Visibility.project(part.getKey()), tx -> store.insert(tx, part.getValue()));
                batch.removeAll(part.getValue());
            } catch (RuntimeException failure) {
                LOG.atWarn()
                        .addKeyValue("error", failure.getClass().getSimpleName())
                        .addKeyValue("waiting", waiting.size())
                        .log("access_log.failed");
                return false;
            }
        }
        return true;
    }

    private void pause() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException asked) {
            closing = true;
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
