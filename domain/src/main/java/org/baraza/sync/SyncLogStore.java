// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.sync.Tables.SHADOW_DELTA;
import static org.baraza.persistence.schema.sync.Tables.SYNC_LOG;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.persistence.changes.ProjectChanges;
import org.baraza.persistence.schema.sync.tables.records.SyncLogRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSON;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of answered syncs. */
public final class SyncLogStore {
    private static final org.baraza.persistence.schema.sync.tables.SyncLog LATER = SYNC_LOG.as("later");
    private static final JsonMapper JSON_MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    /** Whether the phone of this person may continue from that sync. */
    boolean isKnown(Tx tx, String id, String userId, Instant notBefore) {
        return tx.sql()
                .fetchExists(
                        SYNC_LOG,
                        SYNC_LOG.SYNC_LOG_ID
                                .eq(id)
                                .and(SYNC_LOG.USER_ID.eq(userId))
                                .and(SYNC_LOG.COMPLETED_AT.isNotNull())
                                .and(SYNC_LOG.SYNCED_AT.ge(notBefore)));
    }

    /** The sync with what was sent under it since; gone if the person's phones made it obsolete meanwhile. */
    Optional<KnownSync> find(Tx tx, String id) {
        return tx.sql().selectFrom(SYNC_LOG).where(SYNC_LOG.SYNC_LOG_ID.eq(id)).fetchOptional(row -> known(tx, row));
    }

    private static KnownSync known(Tx tx, SyncLogRecord row) {
        return new KnownSync(
                row.getSyncLogId(),
                Set.of(row.getOwnerIds()),
                new PhoneState(ShadowBytes.read(row.getShadow()), StateHash.of(row.getStateHash())),
                steps(tx, row.getSyncLogId()),
                new ProjectChanges.Place(row.getFeedPosition(), new HashSet<>(Arrays.asList(row.getSeenChanges()))),
                row.getAppId(),
                JSON_MAPPER.readValue(row.getFixtures().data(), MARKS));
    }

    private static List<PhoneStep> steps(Tx tx, String id) {
        return tx
                .sql()
                .select(SHADOW_DELTA.STEPS)
                .from(SHADOW_DELTA)
                .where(SHADOW_DELTA.SYNC_LOG_ID.eq(id))
                .orderBy(SHADOW_DELTA.DELTA_NO)
                .fetch(SHADOW_DELTA.STEPS)
                .stream()
                .map(JSON::data)
                .flatMap(data -> PhoneNoteStore.steps(data).stream())
                .collect(Collectors.toList());
    }

    /** Records a sync before its payload leaves; what the phone will hold is told in the end. */
    void begin(Tx tx, SyncLog log, Instant now) {
        tx.sql()
                .insertInto(SYNC_LOG)
                .set(SYNC_LOG.PROJECT_ID, ProjectScope.current().value())
                .set(SYNC_LOG.SYNC_LOG_ID, log.id())
                .set(SYNC_LOG.USER_ID, log.userId())
                .set(SYNC_LOG.ASKED_BY, log.askedBy())
                .set(SYNC_LOG.DEVICE_ID, log.deviceId())
                .set(SYNC_LOG.APP_ID, log.appId())
                .set(SYNC_LOG.PREVIOUS_ID, log.previousId())
                .set(SYNC_LOG.SYNCED_AT, now)
                .set(SYNC_LOG.CASE_COUNT, 0)
                .execute();
    }

    /** The payload is whole but for its last bytes. */
    void complete(Tx tx, String id, SyncResult result, Instant now) {
        tx.sql()
                .update(SYNC_LOG)
                .set(SYNC_LOG.CASE_COUNT, result.caseCount())
                .set(SYNC_LOG.OWNER_IDS, result.ownerIds().toArray(String[]::new))
                .set(SYNC_LOG.FEED_POSITION, result.seen().position())
                .set(SYNC_LOG.SEEN_CHANGES, result.seen().waiting().toArray(Long[]::new))
                .set(SYNC_LOG.SHADOW, ShadowBytes.write(result.state().shadow()))
                .set(SYNC_LOG.STATE_HASH, result.state().hash().bytes())
                .set(SYNC_LOG.FIXTURES, JSON.valueOf(JSON_MAPPER.writeValueAsString(result.fixtures())))
                .set(SYNC_LOG.COMPLETED_AT, now)
                .where(SYNC_LOG.SYNC_LOG_ID.eq(id))
                .execute();
    }

    /**
     * The sync before the one that a phone continues from goes: the phone has what came after it, and says so.
     *
     * @param id of the sync that is continued from
     */
    void forgetBefore(Tx tx, String id) {
        tx.sql()
                .deleteFrom(SYNC_LOG)
                .where(SYNC_LOG.SYNC_LOG_ID.eq(
                        select(LATER.PREVIOUS_ID).from(LATER).where(LATER.SYNC_LOG_ID.eq(id))))
                .execute();
    }

    /** Removes some of those from before that time; tells how many. Index sync_log_by_age. */
    int forgetSome(Tx tx, Instant before, int most) {
        return tx.sql()
                .deleteFrom(SYNC_LOG)
                .where(SYNC_LOG.SYNC_LOG_ID.in(select(LATER.SYNC_LOG_ID)
                        .from(LATER)
                        .where(LATER.SYNCED_AT.lt(before))
                        .orderBy(LATER.SYNCED_AT)
                        .limit(most)))
                .execute();
    }

    /** The phone said that it holds something else than we know of. */
    void disagree(Tx tx, String id, String state, Instant now) {
        tx.sql()
                .update(SYNC_LOG)
                .set(SYNC_LOG.STATE_ERROR_AT, now)
                .set(SYNC_LOG.STATE_ERROR_HASH, state)
                .where(SYNC_LOG.SYNC_LOG_ID.eq(id))
                .execute();
    }
}
