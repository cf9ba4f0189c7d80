// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What this server made to be sent and has not sent yet: as many small payloads as lanes like, and a few large ones, so that it does
 * not run out of memory. A lane whose other side hangs fills its own part and leaves the others theirs.
 */
final class MadeAhead {
    private static final int AT_ONCE = 16;
    /** Lanes that may fill their parts before the others have but the least. */
    private static final int LANES = 4;

    private static final long LEAST = 256L << 10;

    private final long most;
    private final long least;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param most bytes that may wait
     * @param least bytes of each lane that may wait even when those of others are as many; one payload more for each lane
     */
    MadeAhead(long most, long least) {
        this.most = most;
        this.least = least;
    }

    /** A part of the memory that there is. */
    static MadeAhead usual() {
        return new MadeAhead(Runtime.getRuntime().maxMemory() / AT_ONCE, LEAST);
    }

    /** That of a lane. */
    Part part() {
        return new Part();
    }

    /** What one lane made to be sent and has not sent yet. */
    final class Part {
        private final AtomicLong own = new AtomicLong();
        /** Of a payload, lately. */
        private volatile long usual = 1;

        void made(long size) {
            bytes.addAndGet(size);
            own.addAndGet(size);
            usual = Math.max(1, Math.max(size, usual - usual / AT_ONCE));
        }

        void over(long size) {
            bytes.addAndGet(-size);
            own.addAndGet(-size);
        }

        boolean isFull() {
            return left() <= 0;
        }

        private long left() {
            long mine = own.get();
            long ofAll = Math.min(most / LANES - mine, most - bytes.get());
            return Math.max(ofAll, least - mine);
        }

        /**
         * How many more may be made together.
         *
         * @param mustGoOn whether it is one at least
         */
        int room(boolean mustGoOn) {
            long room = Math.max(0, left()) / usual;
            return (int) Math.max(mustGoOn ? 1 : 0, Math.min(AT_ONCE, room));
        }
    }
}
