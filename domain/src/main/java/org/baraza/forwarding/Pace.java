// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.concurrent.TimeUnit;

/** Lets through so many a second, evenly. */
final class Pace {
    private long nextNanos = System.nanoTime();

    /** @param perSecond 0 for no limit */
    void await(int perSecond) throws InterruptedException {
        if (perSecond > 0) {
            TimeUnit.NANOSECONDS.sleep(reserved(TimeUnit.SECONDS.toNanos(1) / perSecond));
        }
    }

    /** Whether whoever comes next need not wait. */
    synchronized boolean isIdle() {
        return nextNanos - System.nanoTime() <= 0;
    }

    private synchronized long reserved(long apart) {
        long now = System.nanoTime();
        long mine = nextNanos - now > 0 ? nextNanos : now;
        nextNanos = mine + apart;
        return mine - now;
    }
}
