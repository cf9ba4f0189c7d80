// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many requests work at once, whoever came first before the others (ADR 38). A turn is short: who needs longer goes on
 * beside those who come after, and who waited too long goes on without one, so that slow ones hold nobody up for long.
 */
final class Turns {
    /** What keeps a processor busy while some wait for the database. */
    private static final int OF_A_PROCESSOR = 2;

    /** Far more than a page takes. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    /** Longer than whole pages take that many ask for at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore free;
    private final Duration longest;
    private final Duration patience;

    /**
     * @param longest after this, a turn goes to the next
     * @param patience after this, nobody waits for a turn any more
     */
    Turns(int atOnce, Duration longest, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.longest = longest;
        this.patience = patience;
    }

    /** As many as this machine can work for. */
    static Turns ofThisMachine() {
        return new Turns(OF_A_PROCESSOR * Runtime.getRuntime().availableProcessors(), LONGEST, PATIENCE);
    }

    /** Waits for a turn; the one that is given after too long counts nothing. */
    Turn take() {
        Turn turn = new Turn();
        if (waited()) {
            turn.begin(free, longest);
        }
        return turn;
    }

    private boolean waited() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Somebody's turn, until she ends it or it lasted too long. */
    static final class Turn {
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();

        private Turn() {}

        private void begin(Semaphore free, Duration longest) {
            over.completeOnTimeout(true, longest.toNanos(), TimeUnit.NANOSECONDS)
                    .thenAccept(_ -> free.release());
        }

        /** Lets the next one work; of no effect when that happened already. */
        void end() {
            over.complete(true);
        }
    }
}
