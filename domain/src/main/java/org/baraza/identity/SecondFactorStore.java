// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.PROJECT_SECURITY;
import static org.baraza.persistence.schema.identity.Tables.RECOVERY_CODE;
import static org.baraza.persistence.schema.identity.Tables.SECOND_FACTOR;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.credentials.LockOut;
import org.baraza.persistence.schema.identity.tables.records.SecondFactorRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jspecify.annotations.Nullable;

final class SecondFactorStore {
    private static final int MOST_NAMED = 20;

    /** What codes are compared with. */
    record Kept(byte[] sealedSecret, boolean confirmed, long lastStep, LockOut lockOut) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    boolean isOn(Tx tx, String userId) {
        return tx.sql()
                .fetchExists(
                        SECOND_FACTOR, SECOND_FACTOR.USER_ID.eq(userId).and(SECOND_FACTOR.CONFIRMED_AT.isNotNull()));
    }

    /** Kept from others until the end of the transaction, so that no code counts twice. */
    Optional<Kept> lock(Tx tx, String userId) {
        return tx.sql()
                .selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.USER_ID.eq(userId))
                .forUpdate()
                .fetchOptional(SecondFactorStore::kept);
    }

    /** In place of one that was never confirmed. */
    void begin(Tx tx, String userId, byte[] sealedSecret, Instant now) {
        tx.sql()
                .insertInto(SECOND_FACTOR)
                .set(SECOND_FACTOR.USER_ID, userId)
                .set(SECOND_FACTOR.SEALED_SECRET, sealedSecret)
                .set(SECOND_FACTOR.CREATED_AT, now)
                .onConflict(SECOND_FACTOR.USER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void confirm(Tx tx, String userId, Instant now) {
        tx.sql()
                .update(SECOND_FACTOR)
                .set(SECOND_FACTOR.CONFIRMED_AT, now)
                .where(SECOND_FACTOR.USER_ID.eq(userId))
                .execute();
    }

    void setLastStep(Tx tx, String userId, long step) {
        tx.sql()
                .update(SECOND_FACTOR)
                .set(SECOND_FACTOR.LAST_STEP, step)
                .where(SECOND_FACTOR.USER_ID.eq(userId))
                .execute();
    }

    void setLockOut(Tx tx, String userId, LockOut lockOut) {
        @Nullable Instant until = lockOut.until().orElse(null);
        tx.sql()
                .update(SECOND_FACTOR)
                .set(SECOND_FACTOR.FAILED_CODES, lockOut.failures())
                .set(SECOND_FACTOR.LOCK_OUTS, lockOut.times())
                .set(SECOND_FACTOR.LOCKED_UNTIL, until)
                .where(SECOND_FACTOR.USER_ID.eq(userId))
                .execute();
    }

    /** In place of those that there were. */
    void putRecoveryCodes(Tx tx, String userId, List<byte[]> hashes, Instant now) {
        tx.sql()
                .deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.USER_ID.eq(userId))
                .execute();
        for (byte[] hash : hashes) {
            tx.sql()
                    .insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.USER_ID, userId)
                    .set(RECOVERY_CODE.CODE_HASH, hash)
                    .set(RECOVERY_CODE.CREATED_AT, now)
                    .execute();
        }
    }

    /** False when there is no such code, or it was used. */
    boolean useRecoveryCode(Tx tx, String userId, byte[] hash, Instant now) {
        return tx.sql()
                        .update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, now)
                        .where(RECOVERY_CODE.USER_ID.eq(userId))
                        .and(RECOVERY_CODE.CODE_HASH.eq(hash))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    int recoveryCodesLeft(Tx tx, String userId) {
        return tx.sql()
                .fetchCount(RECOVERY_CODE, RECOVERY_CODE.USER_ID.eq(userId).and(RECOVERY_CODE.USED_AT.isNull()));
    }

    /** Names of those of her projects that ask for a second factor. */
    List<String> wantedBy(Tx tx, String userId) {
        return tx.sql()
                .select(PROJECT.DISPLAY_NAME)
                .from(MEMBERSHIP)
                .join(PROJECT_SECURITY)
                .on(PROJECT_SECURITY.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID))
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID))
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .and(PROJECT_SECURITY.TWO_FACTOR_REQUIRED)
                .orderBy(PROJECT.NAME)
                .limit(MOST_NAMED)
                .fetch(PROJECT.DISPLAY_NAME);
    }

    boolean remove(Tx tx, String userId) {
        tx.sql()
                .deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.USER_ID.eq(userId))
                .execute();
        return tx.sql()
                        .deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.USER_ID.eq(userId))
                        .execute()
                == 1;
    }

    private static Kept kept(SecondFactorRecord row) {
        return new Kept(
                row.getSealedSecret(),
                row.getConfirmedAt() != null,
                row.getLastStep(),
                new LockOut(row.getFailedCodes(), row.getLockOuts(), Optional.ofNullable(row.getLockedUntil())));
    }
}
