// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that works until it is told to stop, and rests in between. Closing does not interrupt it: that would cut a connection
 * in the middle of a statement.
 */
final class Loop implements AutoCloseable {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;

    /** @param work returns soon after the loop stopped running */
    Loop(String name, Consumer<Loop> work) {
        this.thread = Thread.ofVirtual().name(name).start(() -> work.accept(this));
    }

    boolean isRunning() {
        return running;
    }

    /** There is something to do: look soon. Never blocks. */
    void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /**
     * Waits for a nudge, at most for a time.
     *
     * @return whether there was one
     */
    boolean rest(Duration longest) {
        try {
            return nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped();
            return false;
        }
    }

    /** Waits, whoever nudges: so that more comes together. */
    void gather(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            stopped();
        }
    }

    private void stopped() {
        Thread.currentThread().interrupt();
        running = false;
    }

    @Override
    public void close() {
        running = false;
        nudges.release();
        try {
            thread.join(LONGEST_GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
