// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.baraza.forwarding.spi.Budget;

/** Time of the processor and memory that the thread which made it may use up: at first plenty, from each {@link #begin} on little. */
final class Allowance implements Budget {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SELDOM = 32;
    private static final int PLENTY = 8;

    private final Duration longest;
    private final long mostMemory;
    private final long thread = Thread.currentThread().threadId();
    private volatile long timeEnds;
    private volatile long memoryEnds;
    private volatile boolean revoked;
    private int calls;

    Allowance(Duration longest, long mostMemory) {
        this.longest = longest;
        this.mostMemory = mostMemory;
        begin(PLENTY);
    }

    /** A document begins. */
    void begin() {
        begin(1);
    }

    private void begin(int times) {
        timeEnds = THREADS.getThreadCpuTime(thread) + longest.toNanos() * times;
        memoryEnds = THREADS.getThreadAllocatedBytes(thread) + mostMemory * times;
    }

    /** Whoever waits for it goes. */
    void revoke() {
        revoked = true;
    }

    boolean isTimeUp() {
        return THREADS.getThreadCpuTime(thread) > timeEnds;
    }

    @Override
    public Optional<String> excess() {
        if (revoked) {
            return Optional.of("There was no more time.");
        }
        if (isTimeUp()) {
            return Optional.of("The script takes longer than " + longest.toMillis() + " ms for a document.");
        }
        return THREADS.getThreadAllocatedBytes(thread) > memoryEnds
                ? Optional.of("The script needs more than " + (mostMemory >> 20) + " MB of memory for a document.")
                : Optional.empty();
    }

    @Override
    public void check() {
        if (++calls % SELDOM == 0) {
            excess().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
        }
    }
}
