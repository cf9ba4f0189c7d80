// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** A scale of how long attempts take: each of its places stands for all that took no longer than so many milliseconds. */
final class Speed {
    private static final int[] UP_TO = {10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000, 300_000
    };

    private Speed() {}

    /** The place of a time; all that is beyond the scale is in its last one. */
    static short of(Duration took) {
        int place = 0;
        while (place < UP_TO.length - 1 && took.toMillis() > UP_TO[place]) {
            place++;
        }
        return (short) place;
    }

    /**
     * Within how many milliseconds a part of the attempts were over; empty when there were none.
     *
     * @param attempts how many there were, by the place of their time
     * @param percent of them
     */
    static OptionalInt within(Map<Short, Long> attempts, int percent) {
        long all = attempts.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (short place = 0; place < UP_TO.length; place++) {
            seen += attempts.getOrDefault(place, 0L);
            if (seen > 0 && seen * 100 >= all * percent) {
                return OptionalInt.of(UP_TO[place]);
            }
        }
        return OptionalInt.empty();
    }
}
