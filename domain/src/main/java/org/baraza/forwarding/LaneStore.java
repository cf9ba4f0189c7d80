// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.FORWARDER;
import static org.baraza.persistence.schema.forwarding.Tables.LANE;
import static org.baraza.persistence.schema.forwarding.Tables.RECORD;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.schema.forwarding.tables.records.LaneRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row6;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What moves of forwarders. Everything here but finding and counting wants the row of the lane held ({@link #lock}, {@link
 * #acquire}), so that nobody else adds records to the forwarder or changes their state meanwhile.
 */
final class LaneStore {

    /** A document of which something is to be sent. */
    record Registered(long position, String payloadId) {}

    /** How a lane is, held until the transaction ends. */
    record Lane(
            UUID forwarderId,
            @Nullable UUID holder,
            Optional<Instant> restingUntil,
            Optional<Instant> lastAttemptAt,
            Counts counts,
            boolean open) {}

    /** Waits for its turn; empty when the forwarder is gone. */
    Optional<Lane> lock(Tx tx, UUID forwarderId) {
        return tx.sql()
                .selectFrom(LANE)
                .where(LANE.FORWARDER_ID.eq(forwarderId))
                .forUpdate()
                .fetchOptional()
                .flatMap(row -> withForwarder(tx, row));
    }

    /** A lane as somebody else holds it at the moment. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("somebody else has the lane at the moment", null, false, false);
        }
    }

    /**
     * Does not wait; empty when the forwarder is gone.
     *
     * @throws Busy when somebody else has it
     */
    Optional<Lane> lockNow(Tx tx, UUID forwarderId) {
        Optional<LaneRecord> row = tx.sql()
                .selectFrom(LANE)
                .where(LANE.FORWARDER_ID.eq(forwarderId))
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        if (row.isEmpty() && tx.sql().fetchExists(LANE, LANE.FORWARDER_ID.eq(forwarderId))) {
            throw new Busy();
        }
        return row.flatMap(found -> withForwarder(tx, found));
    }

    private static Optional<Lane> withForwarder(Tx tx, LaneRecord row) {
        return tx.sql()
                .select(FORWARDER.PAUSED)
                .from(FORWARDER)
                .where(FORWARDER.FORWARDER_ID.eq(row.getForwarderId()))
                .and(FORWARDER.DELETED_AT.isNull())
                .fetchOptional(forwarder -> lane(row, !forwarder.value1()));
    }

    private static Lane lane(LaneRecord row, boolean open) {
        return new Lane(
                row.getForwarderId(),
                row.getHolder(),
                Optional.ofNullable(row.getRestingUntil()),
                Optional.ofNullable(row.getLastAttemptAt()),
                new Counts(
                        row.getPending(),
                        row.getFailed(),
                        row.getSucceeded(),
                        row.getEmpty(),
                        row.getCancelled(),
                        row.getInvalid()),
                open);
    }

    /** Makes this node work on a lane that is due and that no living node works on; does not wait for others. */
    Optional<Lane> acquire(Tx tx, UUID forwarderId, UUID holder, Instant now, Duration lease) {
        boolean free = tx.sql()
                .select(LANE.FORWARDER_ID)
                .from(LANE)
                .where(LANE.FORWARDER_ID.eq(forwarderId))
                .and(LANE.DUE_AT.le(now))
                .and(LANE.HELD_UNTIL.isNull().or(LANE.HELD_UNTIL.lt(currentInstant())))
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
        if (!free) {
            return Optional.empty();
        }
        hold(tx, forwarderId, holder, lease);
        return lock(tx, forwarderId);
    }

    private static void hold(Tx tx, UUID forwarderId, UUID holder, Duration lease) {
        tx.sql()
                .update(LANE)
                .set(LANE.HOLDER, holder)
                .set(LANE.HELD_UNTIL, until(lease))
                .where(LANE.FORWARDER_ID.eq(forwarderId))
                .execute();
    }

    /** By the clock of the database, the same for all nodes. */
    private static Field<Instant> until(Duration lease) {
        return field(
                "{0} + {1} * interval '1 millisecond'",
                SQLDataType.INSTANT, field("clock_timestamp()", SQLDataType.INSTANT), val(lease.toMillis()));
    }

    /**
     * Adds records, each once however often it is asked for; the first of a document is due now unless an earlier one is open.
     *
     * @return ids of those that are new, with what they are of, in the order of the feed
     */
    List<ForwardingRecord> register(Tx tx, UUID forwarderId, List<Registered> wanted, Instant now) {
        Set<String> waiting = openPayloads(tx, forwarderId, wanted);
        var insert = tx.sql()
                .insertInto(
                        RECORD,
                        RECORD.PROJECT_ID,
                        RECORD.FORWARDER_ID,
                        RECORD.CHANGE_POSITION,
                        RECORD.PAYLOAD_ID,
                        RECORD.REGISTERED_AT,
                        RECORD.NEXT_CHECK);
        UUID project = ProjectScope.current().value();
        for (Registered one : wanted) {
            insert = insert.values(
                    project,
                    forwarderId,
                    one.position(),
                    one.payloadId(),
                    now,
                    waiting.add(one.payloadId()) ? now : null);
        }
        List<ForwardingRecord> made = insert.onConflictDoNothing().returning().fetch(RecordStore::record);
        if (made.size() < wanted.size()) {
            wake(tx, forwarderId, wanted.stream().map(Registered::payloadId).toList(), now);
        }
        return made;
    }

    /** Index record_by_payload. */
    private static Set<String> openPayloads(Tx tx, UUID forwarderId, List<Registered> wanted) {
        return new HashSet<>(tx.sql()
                .selectDistinct(RECORD.PAYLOAD_ID)
                .from(RECORD)
                .where(RECORD.FORWARDER_ID.eq(forwarderId))
                .and(RECORD.PAYLOAD_ID.in(
                        wanted.stream().map(Registered::payloadId).toList()))
                .and(isOpen())
                .fetch(RECORD.PAYLOAD_ID));
    }

    private static Condition isOpen() {
        return RECORD.STATE.in(inline(RecordState.PENDING.number()), inline(RecordState.FAILED.number()));
    }

    /** Lets the earliest open record of each document have its turn, where no other one of it has. */
    void wake(Tx tx, UUID forwarderId, Collection<String> payloadIds, Instant now) {
        if (payloadIds.isEmpty()) {
            return;
        }
        var other = RECORD.as("other");
        var head = table(select(RECORD.RECORD_ID)
                        .distinctOn(RECORD.PAYLOAD_ID)
                        .from(RECORD)
                        .where(RECORD.FORWARDER_ID.eq(forwarderId))
                        .and(RECORD.PAYLOAD_ID.in(payloadIds))
                        .and(isOpen())
                        .and(notExists(selectOne()
                                .from(other)
                                .where(other.PROJECT_ID.eq(RECORD.PROJECT_ID))
                                .and(other.PAYLOAD_ID.eq(RECORD.PAYLOAD_ID))
                                .and(other.FORWARDER_ID.eq(RECORD.FORWARDER_ID))
                                .and(other.NEXT_CHECK.isNotNull())))
                        .orderBy(RECORD.PAYLOAD_ID, RECORD.CHANGE_POSITION))
                .as("head");
        tx.sql()
                .update(RECORD)
                .set(RECORD.NEXT_CHECK, now)
                .from(head)
                .where(RECORD.RECORD_ID.eq(head.field(RECORD.RECORD_ID)))
                .execute();
    }

    /** What is to be sent now, the longest due first; index record_due. */
    List<ForwardingRecord> due(Tx tx, UUID forwarderId, Instant now, int most) {
        return tx.sql()
                .selectFrom(RECORD)
                .where(RECORD.FORWARDER_ID.eq(forwarderId))
                .and(RECORD.NEXT_CHECK.le(now))
                .orderBy(RECORD.NEXT_CHECK, RECORD.RECORD_ID)
                .limit(most)
                .fetch(RecordStore::record);
    }

    /** How records stand. */
    List<ForwardingRecord> find(Tx tx, Collection<String> recordIds) {
        return tx.sql()
                .selectFrom(RECORD)
                .where(RECORD.RECORD_ID.in(
                        recordIds.stream().map(UUID::fromString).toList()))
                .orderBy(RECORD.RECORD_ID)
                .fetch(RecordStore::record);
    }

    /** Writes how records stand now, in one statement. */
    void write(Tx tx, List<ForwardingRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Row6<UUID, Short, Instant, Instant, Integer, Integer>> rows = new ArrayList<>();
        for (ForwardingRecord record : records) {
            Standing standing = record.standing();
            rows.add(row(
                    val(UUID.fromString(record.recordId())),
                    val(standing.state().number()),
                    val(standing.due().orElse(null), SQLDataType.INSTANT),
                    val(standing.lastAttemptAt().orElse(null), SQLDataType.INSTANT),
                    val(standing.tries()),
                    val(standing.moreTries())));
        }
        var now = values(rows.toArray(Row6[]::new))
                .as("now", "record_id", "state", "next_check", "last_attempt_at", "tries", "more_tries");
        tx.sql()
                .update(RECORD)
                .set(RECORD.STATE, now.field("state", Short.class))
                .set(RECORD.NEXT_CHECK, now.field("next_check", Instant.class))
                .set(RECORD.LAST_ATTEMPT_AT, now.field("last_attempt_at", Instant.class))
                .set(RECORD.TRIES, now.field("tries", Integer.class))
                .set(RECORD.MORE_TRIES, now.field("more_tries", Integer.class))
                .from(now)
                .where(RECORD.RECORD_ID.eq(now.field("record_id", UUID.class)))
                .execute();
    }

    /** Writes how a lane is, and finds out when there is something to do. */
    void settle(Tx tx, Lane lane, Optional<Duration> heldOn) {
        @Nullable
        Instant first = lane.open()
                ? tx.sql()
                        .select(min(RECORD.NEXT_CHECK))
                        .from(RECORD)
                        .where(RECORD.FORWARDER_ID.eq(lane.forwarderId()))
                        .and(RECORD.NEXT_CHECK.isNotNull())
                        .fetchSingle()
                        .value1()
                : null;
        Counts counts = lane.counts();
        var update = tx.sql()
                .update(LANE)
                .set(LANE.DUE_AT, later(first, lane.restingUntil().orElse(null)))
                .set(LANE.RESTING_UNTIL, lane.restingUntil().orElse(null))
                .set(LANE.LAST_ATTEMPT_AT, lane.lastAttemptAt().orElse(null))
                .set(LANE.PENDING, counts.pending())
                .set(LANE.FAILED, counts.failed())
                .set(LANE.SUCCEEDED, counts.succeeded())
                .set(LANE.EMPTY, counts.empty())
                .set(LANE.CANCELLED, counts.cancelled())
                .set(LANE.INVALID, counts.invalid())
                .set(LANE.HOLDER, lane.holder());
        (lane.holder() == null
                        ? update.setNull(LANE.HELD_UNTIL)
                        : heldOn.map(lease -> update.set(LANE.HELD_UNTIL, until(lease)))
                                .orElse(update))
                .where(LANE.FORWARDER_ID.eq(lane.forwarderId()))
                .execute();
    }

    private static @Nullable Instant later(@Nullable Instant due, @Nullable Instant rested) {
        return due == null || rested == null || due.isAfter(rested) ? due : rested;
    }
}
