// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.KEY_RECORD;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.persistence.schema.devices.tables.records.KeyRecordRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.vault.Vault;

/** Key records, sealed. */
final class KeyRecordStore {
    private final Vault vault;

    KeyRecordStore(Vault vault) {
        this.vault = vault;
    }

    /** Those of a person, newest first. */
    List<KeyRecord> of(Tx tx, String userId) {
        return tx.sql()
                .selectFrom(KEY_RECORD)
                .where(KEY_RECORD.USER_ID.eq(userId))
                .orderBy(KEY_RECORD.KEY_NO.desc())
                .fetch(this::opened);
    }

    /** Who loses the race for a number violates the key and tries again. */
    void insert(Tx tx, String userId, KeyRecord key) {
        tx.sql()
                .insertInto(KEY_RECORD)
                .set(KEY_RECORD.PROJECT_ID, ProjectScope.current().value())
                .set(KEY_RECORD.USER_ID, userId)
                .set(KEY_RECORD.KEY_NO, key.number())
                .set(KEY_RECORD.RECORD_ID, key.id())
                .set(
                        KEY_RECORD.SEALED_KEY,
                        vault.seal(key.key(), purpose(userId, key.id().toString())))
                .set(KEY_RECORD.VALID_FROM, key.validFrom())
                .set(KEY_RECORD.EXPIRES_ON, key.expiresOn())
                .set(KEY_RECORD.MADE_ON, key.madeOn())
                .execute();
    }

    void moveOn(Tx tx, String userId, KeyRecord key) {
        tx.sql()
                .update(KEY_RECORD)
                .set(KEY_RECORD.EXPIRES_ON, key.expiresOn())
                .where(KEY_RECORD.USER_ID.eq(userId))
                .and(KEY_RECORD.KEY_NO.eq(key.number()))
                .execute();
    }

    /** The worker of that bare name, also one who was deleted; the one who has the name now comes first. */
    Optional<String> workerNamed(Tx tx, String username) {
        return tx.sql()
                .select(MOBILE_WORKER.USER_ID)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(ProjectScope.current().value()))
                .and(MOBILE_WORKER.USERNAME.eq(username))
                .orderBy(MOBILE_WORKER.RETIRED_AT.desc().nullsFirst())
                .limit(1)
                .fetchOptional(MOBILE_WORKER.USER_ID);
    }

    boolean isWorker(Tx tx, String userId) {
        return tx.sql().fetchExists(MOBILE_WORKER, MOBILE_WORKER.USER_ID.eq(userId));
    }

    /** Those of workers who were deleted before then. */
    int deleteOfRetired(Tx tx, Instant before) {
        return tx.sql()
                .deleteFrom(KEY_RECORD)
                .where(KEY_RECORD.USER_ID.in(
                        select(MOBILE_WORKER.USER_ID).from(MOBILE_WORKER).where(MOBILE_WORKER.RETIRED_AT.lt(before))))
                .execute();
    }

    private KeyRecord opened(KeyRecordRecord row) {
        return new KeyRecord(
                row.getKeyNo(),
                row.getRecordId(),
                vault.open(
                        row.getSealedKey(),
                        purpose(row.getUserId(), row.getRecordId().toString())),
                row.getValidFrom(),
                row.getExpiresOn(),
                row.getMadeOn());
    }

    private static String purpose(String userId, String recordId) {
        return String.join("/", "phone-key", ProjectScope.current().toString(), userId, recordId);
    }
}
