// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.changes.ProjectsWithWork.Totals;

/** How forwarding goes in all projects together, for whoever watches the server. Every node tells the same. */
final class ForwardingMeters implements MeterBinder {
    private static final Duration OVERDUE = Duration.ofMinutes(10);
    /** One look answers all the questions of a scrape. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Map<String, ToLongFunction<Totals>> STATES = Map.of(
            "pending", Totals::pending,
            "failed", Totals::failed,
            "succeeded", Totals::succeeded,
            "empty", Totals::empty,
            "cancelled", Totals::cancelled,
            "invalid", Totals::invalid);

    private final ProjectsWithWork projects;
    private final Clock clock;
    private Totals seen = Totals.NONE;
    private long seenAt = System.nanoTime() - FRESH.toNanos();

    ForwardingMeters(ProjectsWithWork projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        STATES.forEach((state, count) -> Gauge.builder(
                        "baraza.forwarding.records", this, meters -> count.applyAsLong(meters.now()))
                .tag("state", state)
                .description("records of forwarders that are kept")
                .register(registry));
        Gauge.builder("baraza.forwarding.overdue", this, meters -> meters.now().overdue())
                .description("forwarders that have had something to send for more than ten minutes")
                .register(registry);
    }

    private synchronized Totals now() {
        if (System.nanoTime() - seenAt >= FRESH.toNanos()) {
            seenAt = System.nanoTime();
            try {
                seen = projects.totals(clock.instant().minus(OVERDUE));
            } catch (RuntimeException away) {
                // That shows elsewhere.
                seen = Totals.NONE;
            }
        }
        return seen;
    }
}
