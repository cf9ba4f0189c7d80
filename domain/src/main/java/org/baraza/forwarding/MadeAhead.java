// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What this server made to be sent and has not sent yet: as many small payloads as lanes like, and a few large ones, so that it does
 * not run out of memory.
 */
final class MadeAhead {
    private static final int AT_ONCE = 16;

    private final long most;
    private final AtomicLong bytes = new AtomicLong();
    /** Of a payload, lately. */
    private volatile long usual = 1;

    /** @param most bytes that may wait; one payload more for each lane */
    MadeAhead(long most) {
        this.most = most;
    }

    /** A part of the memory that there is. */
    static MadeAhead usual() {
        return new MadeAhead(Runtime.getRuntime().maxMemory() / AT_ONCE);
    }

    void made(long size) {
        bytes.addAndGet(size);
        usual = Math.max(1, Math.max(size, usual - usual / AT_ONCE));
    }

    void over(long size) {
        bytes.addAndGet(-size);
    }

    boolean isFull() {
        return bytes.get() >= most;
    }

    /**
     * How many more may be made together.
     *
     * @param mustGoOn whether it is one at least
     */
    int room(boolean mustGoOn) {
        long room = Math.max(0, most - bytes.get()) / usual;
        return (int) Math.max(mustGoOn ? 1 : 0, Math.min(AT_ONCE, room));
    }
}
