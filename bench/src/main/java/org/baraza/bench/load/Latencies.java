// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many things took, exactly. For one thread; several become one with {@link #all}. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    public void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    public static Latencies all(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        Arrays.sort(all.nanos, 0, all.count);
        return all;
    }

    public int count() {
        return count;
    }

    /** In milliseconds. Only of what {@link #all} gave, which is sorted. */
    public double quantile(double share) {
        return count == 0 ? 0 : nanos[Math.clamp((int) Math.ceil(share * count) - 1L, 0, count - 1)] / 1e6;
    }
}
