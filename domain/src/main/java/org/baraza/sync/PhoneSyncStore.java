// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.sync.Tables.SYNC_LOG;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Reads the log of syncs for people. */
final class PhoneSyncStore {
    private static final int SHADOWS_AT_ONCE = 5;

    /** A person's syncs, newest first; index sync_log_by_user. */
    Page<SyncEntry> page(Tx tx, String userId, PageRequest page) {
        List<SyncEntry> rows = tx.sql()
                .select(
                        SYNC_LOG.SYNC_LOG_ID,
                        SYNC_LOG.SYNCED_AT,
                        SYNC_LOG.DEVICE_ID,
                        SYNC_LOG.APP_ID,
                        SYNC_LOG.ASKED_BY,
                        SYNC_LOG.PREVIOUS_ID,
                        SYNC_LOG.COMPLETED_AT,
                        SYNC_LOG.CASE_COUNT,
                        SYNC_LOG.STATE_ERROR_AT)
                .from(SYNC_LOG)
                .where(SYNC_LOG.USER_ID.eq(userId))
                .and(behind(page.after()))
                .orderBy(SYNC_LOG.SYNCED_AT.desc(), SYNC_LOG.SYNC_LOG_ID.desc())
                .limit(page.first() + 1)
                .fetch(found -> new SyncEntry(
                        found.value1(),
                        found.value2(),
                        Optional.ofNullable(found.value3()),
                        Optional.ofNullable(found.value4()),
                        Optional.ofNullable(found.value5()),
                        found.value6() != null,
                        found.value7() != null,
                        found.value8(),
                        Optional.ofNullable(found.value9())));
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(SYNC_LOG, SYNC_LOG.USER_ID.eq(userId)));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, SyncEntry.LIST, 2);
        return row(SYNC_LOG.SYNCED_AT, SYNC_LOG.SYNC_LOG_ID).lt(place.instant(0), place.text(1));
    }

    /** The latest syncs that a phone can continue from; index sync_log_by_user. */
    List<PhoneShadow> phones(Tx tx, String userId, int most) {
        return tx.sql()
                .select(SYNC_LOG.DEVICE_ID, SYNC_LOG.SYNCED_AT, SYNC_LOG.SHADOW)
                .from(SYNC_LOG)
                .where(SYNC_LOG.USER_ID.eq(userId))
                .and(SYNC_LOG.COMPLETED_AT.isNotNull())
                .orderBy(SYNC_LOG.SYNCED_AT.desc())
                .limit(most)
                .fetch(found -> new PhoneShadow(
                        Optional.ofNullable(found.value1()), found.value2(), ShadowBytes.read(found.value3())));
    }

    /**
     * What the phones of these people were told last, by person, the latest first: whether each held the case then. Index
     * sync_log_by_user; of the bytes of shadows only a few are in memory at once.
     */
    Map<String, List<WhyOnPhone.Phone>> phonesWith(Tx tx, Collection<String> userIds, int caseNumber) {
        Map<String, List<WhyOnPhone.Phone>> phones = new LinkedHashMap<>();
        var last = tx.sql()
                .select(SYNC_LOG.USER_ID, SYNC_LOG.DEVICE_ID, SYNC_LOG.SYNCED_AT, SYNC_LOG.SHADOW)
                .distinctOn(SYNC_LOG.USER_ID, SYNC_LOG.DEVICE_ID)
                .from(SYNC_LOG)
                .where(SYNC_LOG.USER_ID.eq(any(userIds.toArray(String[]::new))))
                .and(SYNC_LOG.COMPLETED_AT.isNotNull())
                .orderBy(SYNC_LOG.USER_ID, SYNC_LOG.DEVICE_ID, SYNC_LOG.SYNCED_AT.desc())
                .fetchSize(SHADOWS_AT_ONCE);
        try (var rows = last.fetchLazy()) {
            rows.forEach(row -> phones.computeIfAbsent(row.value1(), first -> new ArrayList<>())
                    .add(new WhyOnPhone.Phone(
                            Optional.ofNullable(row.value2()),
                            row.value3(),
                            ShadowBytes.read(row.value4()).has(caseNumber))));
        }
        phones.values()
                .forEach(told -> told.sort(
                        Comparator.comparing(WhyOnPhone.Phone::syncedOn).reversed()));
        return phones;
    }

    /** What a phone held after a sync. */
    record PhoneShadow(Optional<String> deviceId, java.time.Instant syncedOn, Shadow shadow) {}
}
