// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.FORWARDER;
import static org.baraza.persistence.schema.forwarding.Tables.RECORD;
import static org.baraza.persistence.schema.forwarding.Tables.SNAPSHOT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.spi.Payload;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.forwarding.tables.records.RecordRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as people read them: by primary key; those of a forwarder through record_of_change, of a forwarder and a stretch of time
 * through record_of_forwarder, of a document through record_by_payload, of a state that is not the happy one through
 * record_by_trouble.
 */
public final class RecordStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SWEPT = 5_000;
    private static final int FORGOTTEN = 1_000;
    /** Ids begin with when they were made, in milliseconds. */
    private static final int VERSION_BITS = 16;

    private static final int MOST_IDS = 1_000_000;

    Page<ForwardingRecord> page(Tx tx, RecordQuery query) {
        PageRequest page = query.page();
        Condition wanted = wanted(query.filter()).and(isOfOneThatIsThere());
        boolean ofForwarder = !query.filter().forwarderId().isEmpty()
                && query.filter().since().isEmpty()
                && query.filter().until().isEmpty();
        var rows = tx.sql().selectFrom(RECORD).where(wanted).and(behind(page.after(), ofForwarder));
        List<ForwardingRecord> records = (ofForwarder
                        ? rows.orderBy(RECORD.CHANGE_POSITION.desc(), RECORD.PAYLOAD_ID.desc())
                        : rows.orderBy(RECORD.RECORD_ID.desc()))
                .limit(page.first() + 1)
                .fetch(RecordStore::record);
        return Page.of(records, page, () -> (long) tx.sql().fetchCount(RECORD, wanted));
    }

    private static Condition behind(String after, boolean ofForwarder) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, ForwardingRecord.LIST, 3);
        return ofForwarder
                ? row(RECORD.CHANGE_POSITION, RECORD.PAYLOAD_ID).lt(cursor.largeNumber(0), cursor.text(2))
                : RECORD.RECORD_ID.lt(cursor.id(1));
    }

    /** Ids of those that are like that, oldest first; at most a million. */
    List<String> ids(Tx tx, RecordFilter filter) {
        return tx.sql()
                .select(RECORD.RECORD_ID)
                .from(RECORD)
                .where(wanted(filter))
                .and(isOfOneThatIsThere())
                .orderBy(RECORD.RECORD_ID)
                .limit(MOST_IDS)
                .fetch(row -> row.value1().toString());
    }

    /** Those that a forwarder has of changes; index record_of_change. */
    List<ForwardingRecord> ofChanges(Tx tx, UUID forwarderId, Collection<LaneStore.Registered> changes) {
        return tx.sql()
                .selectFrom(RECORD)
                .where(RECORD.FORWARDER_ID.eq(forwarderId))
                .and(row(RECORD.CHANGE_POSITION, RECORD.PAYLOAD_ID)
                        .in(changes.stream()
                                .map(change -> row(change.position(), change.payloadId()))
                                .toList()))
                .orderBy(RECORD.CHANGE_POSITION, RECORD.PAYLOAD_ID)
                .fetch(RecordStore::record);
    }

    private static Condition wanted(RecordFilter filter) {
        Condition wanted = noCondition();
        if (!filter.forwarderId().isEmpty()) {
            wanted = wanted.and(RECORD.FORWARDER_ID.eq(id(filter.forwarderId())));
        }
        if (!filter.payloadId().isEmpty()) {
            wanted = wanted.and(RECORD.PAYLOAD_ID.eq(filter.payloadId()));
        }
        return wanted.and(filter.state()
                        .map(state -> RECORD.STATE.eq(state.number()))
                        .orElseGet(() -> noCondition()))
                .and(filter.since()
                        .map(from -> RECORD.RECORD_ID.ge(firstAt(from)))
                        .orElseGet(() -> noCondition()))
                .and(filter.until().map(to -> RECORD.RECORD_ID.lt(firstAt(to))).orElseGet(() -> noCondition()));
    }

    /** The lowest id of a record that is made at that moment. */
    private static UUID firstAt(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << VERSION_BITS, 0);
    }

    private static Condition isOfOneThatIsThere() {
        return RECORD.FORWARDER_ID.notIn(
                select(FORWARDER.FORWARDER_ID).from(FORWARDER).where(FORWARDER.DELETED_AT.isNotNull()));
    }

    Optional<ForwardingRecord> find(Tx tx, UUID recordId) {
        return Optional.ofNullable(find(tx, List.of(recordId)).get(recordId.toString()));
    }

    Map<String, ForwardingRecord> find(Tx tx, Collection<UUID> recordIds) {
        Map<String, ForwardingRecord> found = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(RECORD)
                .where(RECORD.RECORD_ID.in(recordIds))
                .and(isOfOneThatIsThere())
                .forEach(row -> found.put(row.getRecordId().toString(), record(row)));
        return found;
    }

    /** What was kept to be sent of each, where something was. */
    public Map<String, Payload> snapshots(Tx tx, Collection<String> recordIds) {
        Map<String, Payload> found = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(SNAPSHOT)
                .where(SNAPSHOT.RECORD_ID.in(
                        recordIds.stream().map(UUID::fromString).toList()))
                .forEach(row -> {
                    Kept kept = JSON.readValue(row.getHeaders().data(), Kept.class);
                    found.put(
                            row.getRecordId().toString(),
                            new Payload(row.getContentType(), kept.headers, kept.parameters, row.getBody()));
                });
        return found;
    }

    private record Kept(Map<String, String> headers, Map<String, String> parameters) {}

    /** Keeps what is to be sent of a record, whatever comes later. */
    public void keep(Tx tx, String recordId, Payload payload) {
        tx.sql()
                .insertInto(SNAPSHOT)
                .set(SNAPSHOT.PROJECT_ID, ProjectScope.current().value())
                .set(SNAPSHOT.RECORD_ID, UUID.fromString(recordId))
                .set(SNAPSHOT.CONTENT_TYPE, payload.contentType())
                .set(
                        SNAPSHOT.HEADERS,
                        JSONB.valueOf(JSON.writeValueAsString(new Kept(payload.headers(), payload.parameters()))))
                .set(SNAPSHOT.BODY, payload.body())
                .onConflictDoNothing()
                .execute();
    }

    /** Lets go of what was kept to be sent of those among the records that arrived, or of which nothing was to be sent. */
    void letGo(Tx tx, Collection<UUID> recordIds) {
        tx.sql()
                .deleteFrom(SNAPSHOT)
                .where(SNAPSHOT.RECORD_ID.in(select(RECORD.RECORD_ID)
                        .from(RECORD)
                        .where(RECORD.RECORD_ID.in(recordIds))
                        .and(RECORD.STATE.in(RecordState.SUCCEEDED.number(), RecordState.EMPTY.number()))))
                .execute();
    }

    /**
     * Lets go of some of what was kept of records that were registered before and are not open any more; by primary key.
     *
     * @return whether there may be more
     */
    boolean letGo(Tx tx, Instant before) {
        var kept = SNAPSHOT.as("kept");
        return tx.sql()
                        .deleteFrom(SNAPSHOT)
                        .where(SNAPSHOT.RECORD_ID.in(select(RECORD.RECORD_ID)
                                .from(RECORD)
                                .join(kept)
                                .on(kept.PROJECT_ID.eq(RECORD.PROJECT_ID))
                                .and(kept.RECORD_ID.eq(RECORD.RECORD_ID))
                                .where(kept.RECORD_ID.lt(firstAt(before)))
                                .and(wasLastTried(before))
                                .and(RECORD.STATE.notIn(RecordState.PENDING.number(), RecordState.FAILED.number()))
                                .limit(SWEPT)))
                        .execute()
                == SWEPT;
    }

    /**
     * Removes some records of forwarders that were deleted.
     *
     * @return whether there may be more
     */
    boolean sweep(Tx tx) {
        return tx.sql()
                        .deleteFrom(RECORD)
                        .where(RECORD.RECORD_ID.in(select(RECORD.RECORD_ID)
                                .from(RECORD)
                                .where(exists(selectOne()
                                        .from(FORWARDER)
                                        .where(FORWARDER.PROJECT_ID.eq(RECORD.PROJECT_ID))
                                        .and(FORWARDER.FORWARDER_ID.eq(RECORD.FORWARDER_ID))
                                        .and(FORWARDER.DELETED_AT.isNotNull())))
                                .limit(SWEPT)))
                        .execute()
                == SWEPT;
    }

    /** Some that were registered before and ended like that, by their forwarders; by primary key. */
    Map<UUID, List<UUID>> ended(Tx tx, Instant before, Collection<RecordState> states) {
        Map<UUID, List<UUID>> found = new TreeMap<>();
        tx.sql()
                .select(RECORD.RECORD_ID, RECORD.FORWARDER_ID)
                .from(RECORD)
                .where(RECORD.RECORD_ID.lt(firstAt(before)))
                .and(wasLastTried(before))
                .and(RECORD.STATE.in(states.stream().map(RecordState::number).toList()))
                .orderBy(RECORD.RECORD_ID)
                .limit(FORGOTTEN)
                .forEach(row -> found.computeIfAbsent(row.value2(), _ -> new ArrayList<>())
                        .add(row.value1()));
        return found;
    }

    /** Those that were sent again lately are kept as long as new ones. */
    private static Condition wasLastTried(Instant before) {
        return RECORD.LAST_ATTEMPT_AT.isNull().or(RECORD.LAST_ATTEMPT_AT.lt(before));
    }

    /** Removes those of the records that still stand like that; tells how they stood. */
    List<RecordState> delete(Tx tx, Collection<UUID> recordIds, Collection<RecordState> states) {
        return tx.sql()
                .deleteFrom(RECORD)
                .where(RECORD.RECORD_ID.in(recordIds))
                .and(RECORD.STATE.in(states.stream().map(RecordState::number).toList()))
                .returningResult(RECORD.STATE)
                .fetch(row -> RecordState.of(row.value1()));
    }

    static ForwardingRecord record(RecordRecord row) {
        return new ForwardingRecord(
                row.getRecordId().toString(),
                row.getForwarderId().toString(),
                row.getChangePosition(),
                row.getPayloadId(),
                row.getRegisteredAt(),
                standing(row));
    }

    /** How a row stands. */
    public static Standing standing(RecordRecord row) {
        return new Standing(
                RecordState.of(row.getState()),
                row.getTries(),
                row.getMoreTries(),
                Optional.ofNullable(row.getNextCheck()),
                Optional.ofNullable(row.getLastAttemptAt()));
    }

    /** An id as a caller wrote it; that of nothing when it is none. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
