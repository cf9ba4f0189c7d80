// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.baraza.forwarding.spi.Budget;

/** Time of the processor and memory that the thread which made it may use up from {@link #begin} on. */
final class Allowance implements Budget {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SELDOM = 32;

    private final Duration longest;
    private final long mostMemory;
    private final long thread = Thread.currentThread().threadId();
    private volatile long cpuAtFirst;
    private long memoryAtFirst;
    private int calls;

    Allowance(Duration longest, long mostMemory) {
        this.longest = longest;
        this.mostMemory = mostMemory;
        begin();
    }

    void begin() {
        cpuAtFirst = THREADS.getThreadCpuTime(thread);
        memoryAtFirst = THREADS.getThreadAllocatedBytes(thread);
    }

    /** For whoever watches from another thread. */
    boolean isTimeUp() {
        return THREADS.getThreadCpuTime(thread) - cpuAtFirst > longest.toNanos();
    }

    @Override
    public void check() {
        if (++calls % SELDOM != 0) {
            return;
        }
        if (isTimeUp()) {
            throw new IllegalStateException(
                    "The script takes longer than " + longest.toMillis() + " ms for a document.");
        }
        if (THREADS.getThreadAllocatedBytes(thread) - memoryAtFirst > mostMemory) {
            throw new IllegalStateException(
                    "The script needs more than " + (mostMemory >> 20) + " MB of memory for a document.");
        }
    }
}
