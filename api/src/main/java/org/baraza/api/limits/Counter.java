// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in the shared buckets, and while they are away in those of this process: nobody is refused for that. */
final class Counter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final long SAY_AGAIN_MILLIS = 60_000;

    private final Buckets shared;
    private final Buckets own;
    private final Clock clock;
    private final io.micrometer.core.instrument.Counter alone;
    private volatile long saidAt;

    /** @param shared the same as {@code own} where there is one node */
    Counter(Buckets shared, Buckets own, Clock clock, MeterRegistry metrics) {
        this.shared = shared;
        this.own = own;
        this.clock = clock;
        this.alone = io.micrometer.core.instrument.Counter.builder("baraza.limits.alone")
                .description("requests that were counted by this node alone because Redis was away")
                .register(metrics);
    }

    /** Takes as much as is asked for, or nothing. */
    Standing take(String key, Allowance allowance, long tokens) {
        var taken = in(key, allowance, bucket -> bucket.asVerbose().tryConsumeAndReturnRemaining(tokens));
        ConsumptionProbe probe = taken.getValue();
        return allowance.standing(
                probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                taken.getDiagnostics().getAvailableTokensPerEachBandwidth(),
                clock.instant());
    }

    /** Counts what happened anyhow. */
    void charge(String key, Allowance allowance) {
        in(key, allowance, bucket -> bucket.consumeIgnoringRateLimits(1));
    }

    /** For a request that was refused elsewhere after all. */
    void giveBack(String key, Allowance allowance) {
        in(key, allowance, bucket -> {
            bucket.addTokens(1);
            return true;
        });
    }

    /**
     * Takes one at once or when its turn comes, unless that would be too late.
     *
     * @return how long it takes until there is one; empty when it was taken
     */
    Optional<Duration> await(String key, Allowance allowance, Duration longest) {
        return in(key, allowance, bucket -> {
            try {
                if (bucket.asBlocking().tryConsume(1, longest)) {
                    return Optional.empty();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(
                    Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
        });
    }

    @Override
    public void close() {
        shared.close();
    }

    private <T> T in(String key, Allowance allowance, Function<Bucket, T> work) {
        if (shared == own) {
            return work.apply(own.of(key, allowance));
        }
        try {
            return work.apply(shared.of(key, allowance));
        } catch (RuntimeException away) {
            alone.increment();
            say(away);
            return work.apply(own.of(key, allowance));
        }
    }

    private void say(RuntimeException away) {
        long now = clock.millis();
        if (now - saidAt > SAY_AGAIN_MILLIS) {
            saidAt = now;
            LOG.atWarn().addKeyValue("kind", away.getClass().getSimpleName()).log("limits.redis_away");
        }
    }
}
