// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every change to a consumer, at least once and in order. Every node runs one of each name. A batch that fails is handed
 * over one by one, and what fails alone, again and again, is set aside.
 */
public final class DurableConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableConsumer.class);
    private static final int BATCH = 500;
    private static final int MOST_FAILURES = 5;
    /** When what is needed is away; doubled with each failure, up to a quarter of a minute. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private static final int MOST_DOUBLED = 4;
    /** When it is the change; doubled with each failure. All others wait meanwhile, so that it is soon set aside. */
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final FeedTransport transport;
    private final String name;
    private final ChangeConsumer work;
    private final Duration pause;
    private final Loop loop;

    /**
     * Starts at once.
     *
     * @param name of the consumer, whose cursor is kept by it
     * @param pause between looks when there was nothing
     */
    public DurableConsumer(FeedTransport transport, String name, ChangeConsumer work, Duration pause) {
        this.transport = transport;
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.loop = new Loop("consumer-" + name, this::run);
    }

    private void run(Loop running) {
        while (running.isRunning()) {
            try (Inbox inbox = transport.open(name, BATCH)) {
                work(running, inbox);
            } catch (RuntimeException e) {
                failed(e);
                running.rest(AFTER_FAILURE.multipliedBy(1L << MOST_DOUBLED));
            }
        }
    }

    private void work(Loop running, Inbox inbox) {
        int failures = 0;
        while (running.isRunning()) {
            try {
                if (!round(running, inbox)) {
                    running.rest(pause);
                }
                failures = 0;
            } catch (Throwable e) {
                failed(e);
                running.rest(AFTER_FAILURE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLED)));
            }
        }
    }

    private void failed(Throwable e) {
        LOG.atWarn()
                .addKeyValue("consumer", name)
                .addKeyValue("error", e.getClass().getSimpleName())
                .setCause(e)
                .log("feed.consumer_failed");
    }

    /** Whether there may be more at once. */
    private boolean round(Loop running, Inbox inbox) {
        try {
            return inbox.consume(work);
        } catch (RuntimeException | StackOverflowError inCompany) {
            failed(inCompany);
            return oneByOne(running, inbox);
        }
    }

    private boolean oneByOne(Loop running, Inbox inbox) {
        int failures = 0;
        for (int i = 0; running.isRunning() && i < BATCH; i++) {
            switch (inbox.digest(MOST_FAILURES, work)) {
                case NOTHING_THERE -> {
                    return false;
                }
                case DONE, SET_ASIDE -> failures = 0;
                case FAILED -> running.rest(AGAIN.multipliedBy(1L << Math.min(failures++, MOST_DOUBLED)));
            }
        }
        return true;
    }

    @Override
    public void close() {
        loop.close();
    }
}
