// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks four times a second whether the server lives, and brings a dead one back on its port. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(2);

    /** How the server is brought back; throws {@link PostgresFailure} if it cannot be. */
    @FunctionalInterface
    interface Revival {
        void run() throws InterruptedException;
    }

    private final BooleanSupplier alive;
    private final BooleanSupplier ready;
    private final Revival revival;
    private final List<AvailabilityListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean up = true;

    private Watchdog(BooleanSupplier alive, BooleanSupplier ready, Revival revival) {
        this.alive = alive;
        this.ready = ready;
        this.revival = revival;
        this.thread = Thread.ofVirtual().name("postgres-watchdog").unstarted(this::watch);
    }

    static Watchdog watching(BooleanSupplier alive, BooleanSupplier ready, Revival revival) {
        var watchdog = new Watchdog(alive, ready, revival);
        watchdog.thread.start();
        return watchdog;
    }

    boolean isUp() {
        return up;
    }

    void add(AvailabilityListener listener) {
        listeners.add(listener);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(GLANCE);
                if (alive.getAsBoolean()) {
                    tell(ready.getAsBoolean());
                } else {
                    tell(false);
                    revive();
                }
            }
        } catch (InterruptedException closed) {
            up = false;
        }
    }

    private void revive() throws InterruptedException {
        long died = System.nanoTime();
        LOG.atError().log("postgres.died");
        while (true) {
            try {
                revival.run();
                LOG.atWarn()
                        .addKeyValue("millis", (System.nanoTime() - died) / 1_000_000)
                        .log("postgres.revived");
                tell(true);
                return;
            } catch (PostgresFailure e) {
                LOG.atError().addKeyValue("reason", e.reason()).setCause(e).log("postgres.notRevived");
                Thread.sleep(BETWEEN_FAILURES);
            }
        }
    }

    private void tell(boolean now) {
        if (now == up) {
            return;
        }
        up = now;
        for (AvailabilityListener listener : listeners) {
            try {
                listener.serverIsUp(now);
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("postgres.listenerFailed");
            }
        }
    }

    /** No revival begins after this returns. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
