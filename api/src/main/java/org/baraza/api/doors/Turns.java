// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many requests work at once, whoever came first before the others (ADR 38). A turn is short: who needs longer goes on
 * beside those who come after, so that nobody waits for slow ones.
 */
final class Turns {
    /** What keeps a processor busy while some wait for the database. */
    private static final int OF_A_PROCESSOR = 2;

    /** Far more than a page takes. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    private final Semaphore free;
    private final Duration longest;

    /** @param longest after this, a turn goes to the next */
    Turns(int atOnce, Duration longest) {
        this.free = new Semaphore(atOnce, true);
        this.longest = longest;
    }

    /** As many as this machine can work for. */
    static Turns ofThisMachine() {
        return new Turns(OF_A_PROCESSOR * Runtime.getRuntime().availableProcessors(), LONGEST);
    }

    /** Waits for a turn. */
    Turn take() {
        free.acquireUninterruptibly();
        return new Turn(free, longest);
    }

    /** Somebody's turn, until she ends it or it lasted too long. */
    static final class Turn {
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();

        private Turn(Semaphore free, Duration longest) {
            over.completeOnTimeout(true, longest.toNanos(), TimeUnit.NANOSECONDS)
                    .thenAccept(_ -> free.release());
        }

        /** Lets the next one work; of no effect when that happened already. */
        void end() {
            over.complete(true);
        }
    }
}
