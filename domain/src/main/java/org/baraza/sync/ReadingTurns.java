// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.concurrent.Semaphore;

/**
 * Lets a few first restores be read at a time; the others wait, in the order in which they came. Reading one keeps a
 * processor and a connection to the database busy: more at once would not be done sooner, and would leave no connection to
 * forms. Later syncs are short and wait for nobody.
 */
final class ReadingTurns {
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, MOST);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A turn, which ends when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a turn. */
    Turn take(SyncLog log) {
        if (log.previousId() != null) {
            return () -> {};
        }
        turns.acquireUninterruptibly();
        return turns::release;
    }

    /** How many wait. */
    int waiting() {
        return turns.getQueueLength();
    }
}
