// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.PROJECT_SECURITY;
import static org.baraza.persistence.schema.identity.Tables.SESSION;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.Tx;
import org.jspecify.annotations.Nullable;

final class SessionStore {

    /** A session that is good now. */
    record Live(
            Actor.WebUser user, Instant createdAt, Instant lastSeenAt, Instant expiresAt, Optional<UUID> provider) {}

    /** A session to be kept. */
    record NewSession(
            byte[] tokenHash,
            String userId,
            Optional<UUID> provider,
            String address,
            String agent,
            Instant now,
            Instant expiresAt) {}

    /** False when there is no such account, or it is closed. */
    boolean insert(Tx tx, NewSession made) {
        return tx.sql()
                        .insertInto(SESSION)
                        .columns(
                                SESSION.TOKEN_HASH,
                                SESSION.USER_ID,
                                SESSION.CREDENTIAL_VERSION,
                                SESSION.CREATED_AT,
                                SESSION.LAST_SEEN_AT,
                                SESSION.EXPIRES_AT,
                                SESSION.PROVIDER_ID,
                                SESSION.ADDRESS,
                                SESSION.AGENT)
                        .select(tx.sql()
                                .select(
                                        val(made.tokenHash()),
                                        WEB_USER.USER_ID,
                                        WEB_USER.CREDENTIAL_VERSION,
                                        val(made.now()),
                                        val(made.now()),
                                        val(made.expiresAt()),
                                        val(made.provider().orElse(null), SESSION.PROVIDER_ID),
                                        val(made.address()),
                                        val(made.agent()))
                                .from(WEB_USER)
                                .where(WEB_USER.USER_ID.eq(made.userId()))
                                .and(WEB_USER.ACTIVE))
                        .execute()
                == 1;
    }

    /** The session, if its holder may still use it: nothing ended her sign-ins since. */
    Optional<Live> find(Tx tx, byte[] tokenHash, Instant now) {
        return tx.sql()
                .select(
                        WEB_USER.USER_ID,
                        WEB_USER.USERNAME,
                        WEB_USER.CAN_CREATE_PROJECTS,
                        SESSION.CREATED_AT,
                        SESSION.LAST_SEEN_AT,
                        SESSION.EXPIRES_AT,
                        SESSION.PROVIDER_ID)
                .from(SESSION)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(SESSION.USER_ID))
                .where(SESSION.TOKEN_HASH.eq(tokenHash))
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(SESSION.CREDENTIAL_VERSION.eq(WEB_USER.CREDENTIAL_VERSION))
                .and(WEB_USER.ACTIVE)
                .fetchOptional(row -> new Live(
                        new Actor.WebUser(row.value1(), row.value2(), row.value3(), Optional.empty()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        Optional.ofNullable(row.value7())));
    }

    void touch(Tx tx, byte[] tokenHash, Instant now, Instant expiresAt) {
        tx.sql()
                .update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, expiresAt)
                .where(SESSION.TOKEN_HASH.eq(tokenHash))
                .execute();
    }

    /** How long a session of hers may go unused: as long as the strictest of her projects says. */
    Duration idle(Tx tx, String userId) {
        return tx
                .sql()
                .select(PROJECT_SECURITY.SESSION_MINUTES)
                .from(MEMBERSHIP)
                .join(PROJECT_SECURITY)
                .on(PROJECT_SECURITY.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID))
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .and(PROJECT_SECURITY.SECURE_SESSIONS)
                .fetch(PROJECT_SECURITY.SESSION_MINUTES)
                .stream()
                .map(SessionStore::secure)
                .min(Comparator.naturalOrder())
                .orElse(Sessions.IDLE);
    }

    private static Duration secure(@Nullable Integer minutes) {
        return minutes == null ? SecuritySettings.SECURE : Duration.ofMinutes(minutes);
    }

    /** Those of hers that are good now; by index session_by_user. */
    List<OwnSession> own(Tx tx, String userId, String tokenHashHex, Instant now, int most) {
        byte[] current = HexFormat.of().parseHex(tokenHashHex);
        return tx.sql()
                .select(
                        SESSION.SESSION_ID,
                        SESSION.CREATED_AT,
                        SESSION.LAST_SEEN_AT,
                        SESSION.EXPIRES_AT,
                        SESSION.ADDRESS,
                        SESSION.AGENT,
                        SESSION.TOKEN_HASH.eq(current),
                        SESSION.PROVIDER_ID.isNotNull())
                .from(SESSION)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(SESSION.USER_ID))
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(SESSION.CREDENTIAL_VERSION.eq(WEB_USER.CREDENTIAL_VERSION))
                .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.SESSION_ID)
                .limit(most)
                .fetch(row -> new OwnSession(
                        row.value1().toString(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    int deleteOne(Tx tx, String userId, UUID sessionId) {
        return tx.sql()
                .deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.SESSION_ID.eq(sessionId))
                .execute();
    }

    /** All of hers but one; all when there is no such one. Tells how many. */
    int deleteOthers(Tx tx, String userId, String tokenHashHex) {
        return tx.sql()
                .deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.TOKEN_HASH.ne(HexFormat.of().parseHex(tokenHashHex)))
                .execute();
    }

    void delete(Tx tx, byte[] tokenHash) {
        tx.sql().deleteFrom(SESSION).where(SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    void deleteAll(Tx tx, String userId) {
        tx.sql().deleteFrom(SESSION).where(SESSION.USER_ID.eq(userId)).execute();
    }

    /** By index session_by_provider. */
    void deleteAllOf(Tx tx, UUID provider) {
        tx.sql().deleteFrom(SESSION).where(SESSION.PROVIDER_ID.eq(provider)).execute();
    }

    void deleteOver(Tx tx, String userId, Instant now) {
        tx.sql()
                .deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.EXPIRES_AT.le(now))
                .execute();
    }
}
