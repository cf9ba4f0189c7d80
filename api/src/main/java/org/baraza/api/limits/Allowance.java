// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quota as Bucket4j counts it (docs/adr, windows slide in steps). A bucket that is refilled bit by bit lets twice its
 * number through in a window, one that is refilled at once does so across the border of two. So each window is there in
 * several copies that begin one step after the other, all of which must have room: that is a window that slides.
 *
 * @param version of two allowances for one key the one with the higher version holds
 */
record Allowance(Quota quota, long version, BucketConfiguration configuration) {

    static Allowance of(Quota quota, long version) {
        List<Bandwidth> bandwidths = new ArrayList<>();
        new TreeMap<>(quota.most()).forEach((window, most) -> {
            for (int copy = 0; copy < window.copies(); copy++) {
                bandwidths.add(Bandwidth.builder()
                        .capacity(most)
                        .refillIntervallyAligned(most, window.period(), beginning(window, copy))
                        .id(window.name() + copy)
                        .build());
            }
        });
        return new Allowance(quota, version, new BucketConfiguration(bandwidths));
    }

    /** For those who wait for their turn: an even flow, and once in a while all of it at once. */
    static Allowance flowing(Quota quota, long version) {
        List<Bandwidth> bandwidths = new ArrayList<>();
        new TreeMap<>(quota.most())
                .forEach((window, most) -> bandwidths.add(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, window.length())
                        .id(window.name())
                        .build()));
        return new Allowance(quota, version, new BucketConfiguration(bandwidths));
    }

    /** The same on all nodes and for ever, so that a bucket can be found as it was left. */
    private static Instant beginning(Window window, int copy) {
        return Instant.EPOCH.plus(window.step().multipliedBy(copy));
    }

    /** @param available of each copy of each window, in their order */
    Standing standing(boolean allowed, Duration retryAfter, long[] available, Instant now) {
        int position = 0;
        Standing tightest = null;
        for (Map.Entry<Window, Long> limit : new TreeMap<>(quota.most()).entrySet()) {
            Window window = limit.getKey();
            int least = 0;
            for (int copy = 1; copy < window.copies(); copy++) {
                if (available[position + copy] < available[position + least]) {
                    least = copy;
                }
            }
            Standing here = new Standing(
                    allowed,
                    retryAfter,
                    quota.policy(),
                    limit.getValue(),
                    Math.max(0, available[position + least]),
                    untilNext(window, least, now));
            tightest = tightest == null ? here : tightest.tighter(here);
            position += window.copies();
        }
        if (tightest == null) {
            throw new IllegalStateException("a quota without windows");
        }
        return tightest;
    }

    private static Duration untilNext(Window window, int copy, Instant now) {
        long period = window.period().toMillis();
        long since = Math.floorMod(now.toEpochMilli() - beginning(window, copy).toEpochMilli(), period);
        return Duration.ofMillis(period - since);
    }
}
