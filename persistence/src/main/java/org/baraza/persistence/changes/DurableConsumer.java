// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every change to a consumer, at least once and in order. Every node runs one of each name; one node at a time works. A
 * batch that fails is handed over one by one, and what fails alone, again and again, is set aside.
 */
public final class DurableConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableConsumer.class);
    private static final int BATCH = 500;
    private static final int MOST_FAILURES = 5;
    /** Doubled with each failure, up to a quarter of a minute. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private static final int MOST_DOUBLED = 4;

    private final ChangeFeed feed;
    private final String name;
    private final ChangeConsumer work;
    private final Duration pause;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Starts at once.
     *
     * @param name of the consumer, whose cursor is kept by it
     * @param pause between looks when there was nothing
     */
    public DurableConsumer(ChangeFeed feed, String name, ChangeConsumer work, Duration pause) {
        this.feed = feed;
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("consumer-" + name).start(this::run);
    }

    private void run() {
        int failures = 0;
        while (running) {
            try {
                if (!round()) {
                    rest(pause);
                }
                failures = 0;
            } catch (Throwable e) {
                LOG.atWarn()
                        .addKeyValue("consumer", name)
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .setCause(e)
                        .log("feed.consumer_failed");
                rest(AFTER_FAILURE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLED)));
            }
        }
    }

    /** Whether there may be more at once. */
    private boolean round() {
        int consumed;
        try {
            consumed = feed.consume(name, BATCH, work);
        } catch (RuntimeException | StackOverflowError inCompany) {
            return oneByOne(inCompany);
        }
        return consumed == BATCH;
    }

    private boolean oneByOne(Throwable inCompany) {
        for (int i = 0; running && i < BATCH; i++) {
            switch (feed.digest(name, MOST_FAILURES, work)) {
                case NOTHING_THERE -> {
                    return false;
                }
                case DONE -> {}
                case FAILED -> throw new IllegalStateException("a change cannot be digested", inCompany);
                case SET_ASIDE -> {}
            }
        }
        return true;
    }

    private void rest(Duration time) {
        try {
            nudges.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void close() {
        // Not by interrupting: that would cut the connection in the middle of a statement.
        running = false;
        nudges.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
