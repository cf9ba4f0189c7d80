// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Buckets of this process. A full store forgets those that nobody came to for a while. */
final class LocalBuckets implements Buckets {
    private static final int MOST = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private record Held(Bucket bucket, long version, long usedAt) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Bucket of(String key, Allowance allowance) {
        long now = clock.millis();
        if (held.size() >= MOST && !held.containsKey(key)) {
            forgetOld(now);
        }
        return held.compute(key, (_, before) -> brought(before, allowance, now)).bucket;
    }

    @Override
    public void close() {
        held.clear();
    }

    private Held brought(@Nullable Held before, Allowance allowance, long now) {
        if (before == null) {
            return new Held(made(allowance), allowance.version(), now);
        }
        if (before.version < allowance.version()) {
            before.bucket.replaceConfiguration(allowance.configuration(), TokensInheritanceStrategy.ADDITIVE);
            return new Held(before.bucket, allowance.version(), now);
        }
        return new Held(before.bucket, before.version, now);
    }

    private Bucket made(Allowance allowance) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(meter(clock));
        for (var bandwidth : allowance.configuration().getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        return builder.build();
    }

    private void forgetOld(long now) {
        held.values().removeIf(bucket -> now - bucket.usedAt > FORGOTTEN_AFTER.toMillis());
        if (held.size() >= MOST) {
            held.clear();
        }
    }

    static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
