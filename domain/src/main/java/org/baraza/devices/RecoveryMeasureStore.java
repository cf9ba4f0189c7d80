// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.RECOVERY_MEASURE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.List;
import org.baraza.devices.RecoveryMeasure.Kind;
import org.baraza.devices.RecoveryMeasure.Wish;
import org.baraza.persistence.schema.devices.tables.records.RecoveryMeasureRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

final class RecoveryMeasureStore {

    /** By index recovery_measure_by_app. */
    List<RecoveryMeasure> ofApp(Tx tx, String appId) {
        return tx.sql()
                .selectFrom(RECOVERY_MEASURE)
                .where(RECOVERY_MEASURE.APP_ID.eq(appId))
                .and(RECOVERY_MEASURE.REMOVED_ON.isNull())
                .orderBy(RECOVERY_MEASURE.SEQUENCE_NUMBER)
                .fetch(RecoveryMeasureStore::measure);
    }

    List<RecoveryMeasure> list(Tx tx) {
        return tx.sql()
                .selectFrom(RECOVERY_MEASURE)
                .where(RECOVERY_MEASURE.REMOVED_ON.isNull())
                .orderBy(RECOVERY_MEASURE.SEQUENCE_NUMBER.desc())
                .fetch(RecoveryMeasureStore::measure);
    }

    int count(Tx tx) {
        return tx.sql().fetchCount(RECOVERY_MEASURE, RECOVERY_MEASURE.REMOVED_ON.isNull());
    }

    /** Who loses the race for the next number violates the key and tries again. */
    RecoveryMeasure insert(Tx tx, Wish wish, String note, String by, Instant now) {
        int number = 1
                + tx.sql()
                        .select(coalesce(max(RECOVERY_MEASURE.SEQUENCE_NUMBER), inline(0)))
                        .from(RECOVERY_MEASURE)
                        .fetchSingle()
                        .value1();
        return tx.sql()
                .insertInto(RECOVERY_MEASURE)
                .set(RECOVERY_MEASURE.PROJECT_ID, ProjectScope.current().value())
                .set(RECOVERY_MEASURE.SEQUENCE_NUMBER, number)
                .set(RECOVERY_MEASURE.APP_ID, wish.appId())
                .set(RECOVERY_MEASURE.KIND, wish.kind().wireName())
                .set(RECOVERY_MEASURE.APP_VERSION_MIN, wish.appMin())
                .set(RECOVERY_MEASURE.APP_VERSION_MAX, wish.appMax())
                .set(RECOVERY_MEASURE.CLIENT_VERSION_MIN, wish.clientMin())
                .set(RECOVERY_MEASURE.CLIENT_VERSION_MAX, wish.clientMax())
                .set(RECOVERY_MEASURE.NOTE, note)
                .set(RECOVERY_MEASURE.CREATED_BY, by)
                .set(RECOVERY_MEASURE.CREATED_ON, now)
                .returning()
                .fetchSingle(RecoveryMeasureStore::measure);
    }

    /** False when there is no such measure any more. */
    boolean remove(Tx tx, int number, Instant now) {
        return tx.sql()
                        .update(RECOVERY_MEASURE)
                        .set(RECOVERY_MEASURE.REMOVED_ON, now)
                        .where(RECOVERY_MEASURE.SEQUENCE_NUMBER.eq(number))
                        .and(RECOVERY_MEASURE.REMOVED_ON.isNull())
                        .execute()
                > 0;
    }

    private static RecoveryMeasure measure(RecoveryMeasureRecord row) {
        return new RecoveryMeasure(
                row.getSequenceNumber(),
                new Wish(
                        row.getAppId(),
                        Kind.ofWireName(row.getKind()),
                        row.getAppVersionMin(),
                        row.getAppVersionMax(),
                        row.getClientVersionMin(),
                        row.getClientVersionMax()),
                row.getNote(),
                row.getCreatedOn());
    }
}
