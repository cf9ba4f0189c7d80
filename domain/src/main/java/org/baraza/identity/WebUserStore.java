// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.WEB_USER;

import java.time.Instant;
import java.util.Optional;
import org.baraza.persistence.schema.identity.tables.records.WebUserRecord;
import org.baraza.persistence.tenancy.Tx;

final class WebUserStore {

    Optional<String> idOf(Tx tx, String username) {
        return tx.sql()
                .select(WEB_USER.USER_ID)
                .from(WEB_USER)
                .where(WEB_USER.USERNAME.eq(username))
                .fetchOptional(WEB_USER.USER_ID);
    }

    Optional<WebProfile> profile(Tx tx, String userId) {
        return tx.sql().selectFrom(WEB_USER).where(WEB_USER.USER_ID.eq(userId)).fetchOptional(WebUserStore::profile);
    }

    Optional<Standing> standing(Tx tx, String userId) {
        return tx.sql()
                .selectFrom(WEB_USER)
                .where(WEB_USER.USER_ID.eq(userId))
                .and(WEB_USER.ACTIVE)
                .fetchOptional(row -> new Standing(
                        new Actor.WebUser(
                                row.getUserId(), row.getUsername(), row.getCanCreateProjects(), Optional.empty()),
                        row.getCredentialVersion()));
    }

    Optional<String> passwordHash(Tx tx, String userId) {
        return tx.sql()
                .select(WEB_USER.PASSWORD_HASH)
                .from(WEB_USER)
                .where(WEB_USER.USER_ID.eq(userId))
                .fetchOptional(WEB_USER.PASSWORD_HASH);
    }

    WebProfile insert(Tx tx, String userId, NewWebUser user, String username, String passwordHash, Instant now) {
        return tx.sql()
                .insertInto(WEB_USER)
                .set(WEB_USER.USER_ID, userId)
                .set(WEB_USER.USERNAME, username)
                .set(WEB_USER.FIRST_NAME, user.firstName())
                .set(WEB_USER.LAST_NAME, user.lastName())
                .set(WEB_USER.PASSWORD_HASH, passwordHash)
                .set(WEB_USER.CAN_CREATE_PROJECTS, user.canCreateProjects())
                .set(WEB_USER.CREATED_AT, now)
                .returning()
                .fetchSingle(WebUserStore::profile);
    }

    /** Also clears the lock: whoever sets a password has proved more than a guess. */
    void setPassword(Tx tx, String userId, String passwordHash) {
        tx.sql()
                .update(WEB_USER)
                .set(WEB_USER.PASSWORD_HASH, passwordHash)
                .set(WEB_USER.CREDENTIAL_VERSION, WEB_USER.CREDENTIAL_VERSION.plus(1))
                .set(WEB_USER.FAILED_SIGN_INS, 0)
                .set(WEB_USER.LOCK_OUTS, 0)
                .setNull(WEB_USER.LOCKED_UNTIL)
                .where(WEB_USER.USER_ID.eq(userId))
                .execute();
    }

    /** Whoever signed in before must do it again. */
    void endSignIns(Tx tx, String userId) {
        tx.sql()
                .update(WEB_USER)
                .set(WEB_USER.CREDENTIAL_VERSION, WEB_USER.CREDENTIAL_VERSION.plus(1))
                .where(WEB_USER.USER_ID.eq(userId))
                .execute();
    }

    void setActive(Tx tx, String userId, boolean active) {
        tx.sql()
                .update(WEB_USER)
                .set(WEB_USER.ACTIVE, active)
                .set(WEB_USER.CREDENTIAL_VERSION, WEB_USER.CREDENTIAL_VERSION.plus(1))
                .where(WEB_USER.USER_ID.eq(userId))
                .execute();
    }

    private static WebProfile profile(WebUserRecord row) {
        return new WebProfile(
                row.getUserId(), row.getUsername(), row.getFirstName(), row.getLastName(), row.getCanCreateProjects());
    }
}
