// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.identity.Headcount;
import org.baraza.persistence.tenancy.ProjectId;

/** What a rule allows a project now. HQ's limits grow with its workers. */
final class Allowances {
    private static final int MOST = 20_000;

    private record Known(int workers, Allowance allowance) {}

    private final HqQuota hq;
    private final Rule rule;
    private final Headcount headcount;
    private final Clock clock;
    private final Optional<Allowance> fixed;
    private final Map<ProjectId, Known> byWorkers = new ConcurrentHashMap<>();

    /** @param hq what the rule means where it says that it is HQ's */
    Allowances(HqQuota hq, Rule rule, Headcount headcount, Clock clock) {
        this.hq = hq;
        this.rule = rule;
        this.headcount = headcount;
        this.clock = clock;
        this.fixed = rule instanceof Rule.Fixed(var quota) ? Optional.of(Allowance.of(quota, now())) : Optional.empty();
    }

    /** Empty where nothing is limited. */
    Optional<Allowance> of(ProjectId project) {
        return rule instanceof Rule.AsHq ? Optional.of(asHq(project)) : fixed;
    }

    /** As {@link #of}, for what belongs to no project; HQ has no limits for that. */
    Optional<Allowance> ofAnybody() {
        return fixed;
    }

    private Allowance asHq(ProjectId project) {
        int workers = headcount.activeWorkers(project);
        if (byWorkers.size() >= MOST) {
            byWorkers.clear();
        }
        return byWorkers.compute(
                        project,
                        (_, known) -> known != null && known.workers == workers
                                ? known
                                : new Known(workers, Allowance.of(hq.of(workers), now())))
                .allowance;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
