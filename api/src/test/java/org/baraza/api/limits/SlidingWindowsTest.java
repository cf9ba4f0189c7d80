// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.baraza.api.testing.SharedRedis;
import org.baraza.testing.MovableClock;
import org.junit.jupiter.api.Test;

/** Limits are exact to 5 % over a minute, however long ago the first request came and on however many nodes. */
final class SlidingWindowsTest {
    private static final int LIMIT = 60;
    private static final Allowance PER_MINUTE = Allowance.of(Quota.of(Window.MINUTE, LIMIT), 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void oneNodeLetsThroughWhatAMinuteHasRoomForAndNoMore() {
        for (int seed = 0; seed < 20; seed++) {
            List<Instant> passed = busyTime(seed, Duration.ofMinutes(6), List.of(alone()), Duration.ofMillis(100));
            assertExact(passed, "seed " + seed);
        }
    }

    @Test
    void twoNodesThatShareRedisLetThroughAsMuchAsOne() {
        try (var redis = new SharedRedis();
                var first = sharing(redis);
                var second = sharing(redis)) {
            List<Instant> passed = busyTime(7, Duration.ofMinutes(3), List.of(first, second), Duration.ofMillis(250));
            assertExact(passed, "two nodes");
            assertThat(metrics.counter("baraza.limits.alone").count()).isZero();
        }
    }

    @Test
    void aNodeCountsAloneWhileRedisIsAway() {
        var redis = new SharedRedis();
        try (var node = sharing(redis)) {
            assertThat(node.take("key", PER_MINUTE, LIMIT).allowed()).isTrue();
            assertThat(node.take("key", PER_MINUTE, 1).allowed()).isFalse();
            redis.close();
            assertThat(node.take("key", PER_MINUTE, LIMIT).allowed()).isTrue();
            assertThat(node.take("key", PER_MINUTE, 1).allowed()).isFalse();
            assertThat(metrics.counter("baraza.limits.alone").count()).isEqualTo(2);
        }
    }

    @Test
    void allWindowsMustHaveRoomAndTheTightestIsTold() {
        Counter node = alone();
        var both = Allowance.of(Quota.read("2/second,5/minute"), 1);
        assertThat(node.take("key", both, 2).allowed()).isTrue();
        Standing full = node.take("key", both, 1);
        assertThat(full.allowed()).isFalse();
        assertThat(full.limit()).isEqualTo(2);
        assertThat(full.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofMillis(1_250));
        clock.pass(Duration.ofMillis(1_250));
        assertThat(node.take("key", both, 2).allowed()).isTrue();
        clock.pass(Duration.ofMillis(1_250));
        assertThat(node.take("key", both, 1).remaining()).isZero();
        Standing spent = node.take("key", both, 1);
        assertThat(spent.limit()).isEqualTo(5);
        assertThat(spent.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(62));
        assertThat(spent.policy()).isEqualTo("2;w=1, 5;w=60");
        clock.pass(spent.retryAfter());
        assertThat(node.take("key", both, 1).allowed()).isTrue();
    }

    /** More workers, more room; what was used stays used. */
    @Test
    void aQuotaThatGrowsAddsWhatItGrewBy() {
        Counter node = alone();
        assertThat(node.take("key", PER_MINUTE, LIMIT).allowed()).isTrue();
        var more = Allowance.of(Quota.of(Window.MINUTE, LIMIT + 10), 2);
        assertThat(node.take("key", more, 10).allowed()).isTrue();
        assertThat(node.take("key", more, 1).allowed()).isFalse();
    }

    private Counter alone() {
        var buckets = new LocalBuckets(clock);
        return new Counter(buckets, buckets, clock, metrics);
    }

    private Counter sharing(SharedRedis redis) {
        return new Counter(new RedisBuckets(redis.url(), clock), new LocalBuckets(clock), clock, metrics);
    }

    /** A lone request, some quiet, then far more than there is room for. Tells when requests passed. */
    private List<Instant> busyTime(int seed, Duration length, List<Counter> nodes, Duration pace) {
        var random = new Random(seed);
        List<Instant> passed = new ArrayList<>();
        clock.pass(Duration.ofMillis(random.nextInt(120_000)));
        assertThat(nodes.getFirst().take("busy", PER_MINUTE, 1).allowed()).isTrue();
        passed.add(clock.instant());
        clock.pass(Duration.ofMillis(random.nextInt(60_000)));
        Instant end = clock.instant().plus(length);
        for (int turn = 0; clock.instant().isBefore(end); turn++) {
            if (nodes.get(turn % nodes.size()).take("busy", PER_MINUTE, 1).allowed()) {
                passed.add(clock.instant());
            }
            clock.pass(pace);
        }
        return passed;
    }

    /** No minute has more than the limit; the first busy one, and all of them together, have it to 5 %. */
    private static void assertExact(List<Instant> passed, String of) {
        for (Instant from : passed) {
            assertThat(within(passed, from)).as("%s, from %s", of, from).isLessThanOrEqualTo(LIMIT);
        }
        Instant rush = passed.get(1);
        assertThat(within(passed, rush)).as(of).isGreaterThanOrEqualTo(LIMIT * 95 / 100);
        double minutes = Duration.between(rush, passed.getLast()).toMillis() / 60_000.0;
        assertThat((double) passed.size()).as(of).isGreaterThanOrEqualTo(minutes * LIMIT * 0.95);
    }

    private static long within(List<Instant> passed, Instant from) {
        Instant to = from.plus(MINUTE);
        return passed.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .count();
    }
}
