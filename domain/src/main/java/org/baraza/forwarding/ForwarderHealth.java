// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.forwarding.TallyStore.Tally;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/** How the forwarders of the project in scope fare. Needs {@code edit_motech}. */
public final class ForwarderHealth {
    private static final int HOURS = 24;
    private static final int HALF = 50;
    private static final int MOST = 95;

    private final Transactions transactions;
    private final Clock clock;
    private final TallyStore store = new TallyStore();

    public ForwarderHealth(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By the ids of the forwarders. */
    public Map<String, Health> of(ProjectAccess who, Collection<String> forwarderIds) {
        who.require(Permission.EDIT_MOTECH);
        List<UUID> ids = forwarderIds.stream().map(RecordStore::id).toList();
        Instant first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        return transactions.read(tx -> {
            List<Tally> tallies = store.since(tx, ids, first);
            Map<UUID, Instant> oldest = store.oldestOpen(tx, ids);
            Map<String, Health> found = new LinkedHashMap<>();
            ids.forEach(id -> found.put(
                    id.toString(),
                    new Health(
                            Optional.ofNullable(oldest.get(id)),
                            hours(
                                    tallies.stream()
                                            .filter(tally -> tally.forwarderId().equals(id))
                                            .toList(),
                                    first))));
            return found;
        });
    }

    private static List<Health.Hour> hours(List<Tally> tallies, Instant first) {
        List<Health.Hour> hours = new ArrayList<>();
        for (int number = 0; number < HOURS; number++) {
            Instant at = first.plus(Duration.ofHours(number));
            hours.add(hour(
                    at,
                    tallies.stream().filter(tally -> tally.hour().equals(at)).toList()));
        }
        return hours;
    }

    private static Health.Hour hour(Instant at, List<Tally> tallies) {
        Map<Short, Long> speeds = new HashMap<>();
        long failed = 0;
        for (Tally tally : tallies) {
            speeds.merge(tally.speed(), tally.attempts(), Long::sum);
            failed += tally.well() ? 0 : tally.attempts();
        }
        return new Health.Hour(
                at,
                speeds.values().stream().mapToLong(Long::longValue).sum(),
                failed,
                Speed.within(speeds, HALF),
                Speed.within(speeds, MOST));
    }
}
