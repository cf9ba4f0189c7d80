// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.PASSWORD_RESET;

import java.time.Instant;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

final class PasswordResetStore {

    /** How many links were asked for since then, by index password_reset_by_age. */
    int since(Tx tx, String userId, Instant then) {
        return tx.sql()
                .fetchCount(PASSWORD_RESET, PASSWORD_RESET.USER_ID.eq(userId).and(PASSWORD_RESET.CREATED_AT.gt(then)));
    }

    void add(Tx tx, String userId, byte[] tokenHash, Instant now, Instant end) {
        tx.sql()
                .insertInto(PASSWORD_RESET)
                .set(PASSWORD_RESET.USER_ID, userId)
                .set(PASSWORD_RESET.TOKEN_HASH, tokenHash)
                .set(PASSWORD_RESET.CREATED_AT, now)
                .set(PASSWORD_RESET.EXPIRES_AT, end)
                .execute();
    }

    boolean isLive(Tx tx, String userId, byte[] tokenHash, Instant now) {
        return tx.sql().fetchExists(PASSWORD_RESET, live(userId, now).and(PASSWORD_RESET.TOKEN_HASH.eq(tokenHash)));
    }

    /** Ends this link and all others of hers; false when it was over. */
    boolean use(Tx tx, String userId, byte[] tokenHash, Instant now) {
        boolean used = tx.sql()
                        .update(PASSWORD_RESET)
                        .set(PASSWORD_RESET.USED_AT, now)
                        .where(live(userId, now))
                        .and(PASSWORD_RESET.TOKEN_HASH.eq(tokenHash))
                        .execute()
                == 1;
        tx.sql()
                .update(PASSWORD_RESET)
                .set(PASSWORD_RESET.USED_AT, now)
                .where(live(userId, now))
                .execute();
        return used;
    }

    private static Condition live(String userId, Instant now) {
        return PASSWORD_RESET
                .USER_ID
                .eq(userId)
                .and(PASSWORD_RESET.USED_AT.isNull())
                .and(PASSWORD_RESET.EXPIRES_AT.gt(now));
    }
}
