// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of requests, which grow with time (UUID version 7), so that the log is in their order. */
final class RequestIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds, and below them the fraction that orders what this node sends within one. */
    private static final AtomicLong LAST = new AtomicLong();

    private static final int FRACTION_BITS = 12;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RequestIds() {}

    static String next() {
        long now = System.currentTimeMillis() << FRACTION_BITS;
        long place = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (place >>> FRACTION_BITS) << 16 | VERSION | (place & FRACTION);
        return new UUID(high, VARIANT | (RANDOM.nextLong() >>> 2)).toString();
    }
}
