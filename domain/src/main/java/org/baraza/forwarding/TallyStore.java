// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.FORWARDER;
import static org.baraza.persistence.schema.forwarding.Tables.RECORD;
import static org.baraza.persistence.schema.forwarding.Tables.TALLY;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Attempts of forwarders by the hour: by primary key and tally_by_hour. Whoever adds to them holds the lane. */
final class TallyStore {

    /** Attempts of an hour that ended alike. */
    record Tally(UUID forwarderId, Instant hour, boolean well, short speed, long attempts) {}

    void add(Tx tx, UUID forwarderId, List<Attempt> attempts) {
        Map<Tally, Long> counts = new LinkedHashMap<>();
        attempts.forEach(attempt -> counts.merge(
                new Tally(
                        forwarderId,
                        attempt.at().truncatedTo(ChronoUnit.HOURS),
                        isWell(attempt.outcome()),
                        Speed.of(attempt.took()),
                        0),
                1L,
                Long::sum));
        if (counts.isEmpty()) {
            return;
        }
        var insert = tx.sql()
                .insertInto(
                        TALLY,
                        TALLY.PROJECT_ID,
                        TALLY.FORWARDER_ID,
                        TALLY.HOUR,
                        TALLY.WELL,
                        TALLY.SPEED,
                        TALLY.ATTEMPTS);
        UUID project = ProjectScope.current().value();
        for (Map.Entry<Tally, Long> count : counts.entrySet()) {
            Tally tally = count.getKey();
            insert = insert.values(project, forwarderId, tally.hour(), tally.well(), tally.speed(), count.getValue());
        }
        insert.onConflict(TALLY.PROJECT_ID, TALLY.FORWARDER_ID, TALLY.HOUR, TALLY.WELL, TALLY.SPEED)
                .doUpdate()
                .set(TALLY.ATTEMPTS, TALLY.ATTEMPTS.plus(excluded(TALLY.ATTEMPTS)))
                .execute();
    }

    private static boolean isWell(Outcome outcome) {
        return outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Nothing;
    }

    List<Tally> since(Tx tx, Collection<UUID> forwarderIds, Instant first) {
        return tx.sql()
                .select(TALLY.FORWARDER_ID, TALLY.HOUR, TALLY.WELL, TALLY.SPEED, TALLY.ATTEMPTS)
                .from(TALLY)
                .where(TALLY.FORWARDER_ID.in(forwarderIds))
                .and(TALLY.HOUR.ge(first))
                .fetch(row -> new Tally(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** When the oldest record of each was made that is still to be sent; index record_open. */
    Map<UUID, Instant> oldestOpen(Tx tx, Collection<UUID> forwarderIds) {
        var oldest = field(select(RECORD.REGISTERED_AT)
                .from(RECORD)
                .where(RECORD.PROJECT_ID.eq(FORWARDER.PROJECT_ID))
                .and(RECORD.FORWARDER_ID.eq(FORWARDER.FORWARDER_ID))
                .and(RECORD.STATE.in(inline(RecordState.PENDING.number()), inline(RecordState.FAILED.number())))
                .orderBy(RECORD.RECORD_ID)
                .limit(inline(1)));
        Map<UUID, Instant> found = new LinkedHashMap<>();
        tx.sql()
                .select(FORWARDER.FORWARDER_ID, oldest)
                .from(FORWARDER)
                .where(FORWARDER.FORWARDER_ID.in(forwarderIds))
                .forEach(row -> {
                    if (row.value2() != null) {
                        found.put(row.value1(), row.value2());
                    }
                });
        return found;
    }

    void sweep(Tx tx, Instant before) {
        tx.sql().deleteFrom(TALLY).where(TALLY.HOUR.lt(before)).execute();
    }
}
