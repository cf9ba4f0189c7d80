// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.baraza.persistence.schema.oauth.Tables.ACCESS_GRANT;
import static org.baraza.persistence.schema.oauth.Tables.SPENT_TOKEN;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.oauth.Grant.Flow;
import org.baraza.oauth.Grant.Kind;
import org.baraza.oauth.Grant.Secret;
import org.baraza.persistence.schema.oauth.tables.records.AccessGrantRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Grants, found by one of their secrets: each has a unique index. */
final class GrantStore {
    private static final HexFormat HEX = HexFormat.of();

    /** A grant with when it was last used. */
    record Kept(Grant grant, Instant lastUsedAt) {}

    /** Whose a spent refresh token was. */
    record Spent(UUID grantId, String userId) {}

    Optional<Kept> find(Tx tx, Kind kind, String hash, Instant now) {
        return tx.sql()
                .selectFrom(ACCESS_GRANT)
                .where(column(kind).eq(bytes(hash)))
                .and(ACCESS_GRANT.KEEP_UNTIL.gt(now))
                .fetchOptional(row -> new Kept(grant(row), row.getLastUsedAt()));
    }

    Optional<Spent> spent(Tx tx, String hash) {
        return tx.sql()
                .selectFrom(SPENT_TOKEN)
                .where(SPENT_TOKEN.TOKEN_HASH.eq(bytes(hash)))
                .fetchOptional(row -> new Spent(row.getGrantId(), row.getUserId()));
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Grant> lock(Tx tx, UUID grantId) {
        return tx.sql()
                .selectFrom(ACCESS_GRANT)
                .where(ACCESS_GRANT.GRANT_ID.eq(grantId))
                .forUpdate()
                .fetchOptional(GrantStore::grant);
    }

    void insert(Tx tx, Grant grant, Instant now, Instant keepUntil) {
        Map<Field<?>, Object> row = values(grant, keepUntil);
        row.put(ACCESS_GRANT.GRANT_ID, grant.grantId());
        row.put(ACCESS_GRANT.CLIENT_ID, grant.clientId());
        row.put(ACCESS_GRANT.USER_ID, grant.userId());
        row.put(ACCESS_GRANT.CREDENTIAL_VERSION, grant.credentialVersion());
        row.put(ACCESS_GRANT.SIGNED_IN_AT, grant.signedInAt());
        row.put(ACCESS_GRANT.FLOW, grant.flow().name().toLowerCase(Locale.ROOT));
        row.put(
                ACCESS_GRANT.ONLY_PROJECT,
                grant.onlyProject().map(ProjectId::value).orElse(null));
        row.put(ACCESS_GRANT.CREATED_AT, now);
        row.put(ACCESS_GRANT.LAST_USED_AT, now);
        tx.sql().insertInto(ACCESS_GRANT).set(row).execute();
    }

    void update(Tx tx, Grant grant, Instant now, Instant keepUntil) {
        Map<Field<?>, Object> row = values(grant, keepUntil);
        row.put(ACCESS_GRANT.VERSION, grant.version() + 1);
        row.put(ACCESS_GRANT.LAST_USED_AT, now);
        tx.sql()
                .update(ACCESS_GRANT)
                .set(row)
                .where(ACCESS_GRANT.GRANT_ID.eq(grant.grantId()))
                .execute();
    }

    void spend(Tx tx, Grant grant, String hash) {
        tx.sql()
                .insertInto(SPENT_TOKEN)
                .set(SPENT_TOKEN.TOKEN_HASH, bytes(hash))
                .set(SPENT_TOKEN.GRANT_ID, grant.grantId())
                .set(SPENT_TOKEN.USER_ID, grant.userId())
                .execute();
    }

    void markUsed(Tx tx, UUID grantId, Instant now) {
        tx.sql()
                .update(ACCESS_GRANT)
                .set(ACCESS_GRANT.LAST_USED_AT, now)
                .where(ACCESS_GRANT.GRANT_ID.eq(grantId))
                .execute();
    }

    boolean delete(Tx tx, UUID grantId) {
        return tx.sql()
                        .deleteFrom(ACCESS_GRANT)
                        .where(ACCESS_GRANT.GRANT_ID.eq(grantId))
                        .execute()
                == 1;
    }

    /** By index access_grant_by_user. */
    void deleteOf(Tx tx, String userId, String clientId) {
        tx.sql()
                .deleteFrom(ACCESS_GRANT)
                .where(ACCESS_GRANT.USER_ID.eq(userId))
                .and(ACCESS_GRANT.CLIENT_ID.eq(clientId))
                .execute();
    }

    /** By index access_grant_over; at most so many. */
    int deleteOver(Tx tx, Instant now, int most) {
        return tx.sql()
                .deleteFrom(ACCESS_GRANT)
                .where(ACCESS_GRANT.GRANT_ID.in(tx.sql()
                        .select(ACCESS_GRANT.GRANT_ID)
                        .from(ACCESS_GRANT)
                        .where(ACCESS_GRANT.KEEP_UNTIL.lt(now))
                        .orderBy(ACCESS_GRANT.KEEP_UNTIL)
                        .limit(most)))
                .execute();
    }

    private static Map<Field<?>, Object> values(Grant grant, Instant keepUntil) {
        Map<Field<?>, Object> row = new HashMap<>();
        row.put(ACCESS_GRANT.SCOPES, grant.scopes().toArray(String[]::new));
        row.put(ACCESS_GRANT.REQUEST, grant.request().map(JSONB::valueOf).orElse(null));
        row.put(
                ACCESS_GRANT.STATE_HASH,
                grant.stateHash().map(GrantStore::bytes).orElse(null));
        row.put(ACCESS_GRANT.CODE_HASH, hash(grant.code()));
        row.put(ACCESS_GRANT.CODE_ISSUED_AT, issued(grant.code()));
        row.put(ACCESS_GRANT.CODE_EXPIRES_AT, expires(grant.code()));
        row.put(ACCESS_GRANT.CODE_USED, ended(grant.code()));
        row.put(ACCESS_GRANT.ACCESS_HASH, hash(grant.access()));
        row.put(ACCESS_GRANT.ACCESS_SCOPES, grant.accessScopes().toArray(String[]::new));
        row.put(ACCESS_GRANT.ACCESS_ISSUED_AT, issued(grant.access()));
        row.put(ACCESS_GRANT.ACCESS_EXPIRES_AT, expires(grant.access()));
        row.put(ACCESS_GRANT.ACCESS_ENDED, ended(grant.access()));
        row.put(ACCESS_GRANT.REFRESH_HASH, hash(grant.refresh()));
        row.put(ACCESS_GRANT.REFRESH_ISSUED_AT, issued(grant.refresh()));
        row.put(ACCESS_GRANT.REFRESH_EXPIRES_AT, expires(grant.refresh()));
        row.put(ACCESS_GRANT.REFRESH_ENDED, ended(grant.refresh()));
        row.put(ACCESS_GRANT.KEEP_UNTIL, keepUntil);
        return row;
    }

    private static Grant grant(AccessGrantRecord row) {
        return new Grant(
                row.getGrantId(),
                row.getClientId(),
                row.getUserId(),
                row.getCredentialVersion(),
                row.getSignedInAt(),
                row.getVersion(),
                Flow.valueOf(row.getFlow().toUpperCase(Locale.ROOT)),
                Set.of(row.getScopes()),
                Optional.ofNullable(row.getOnlyProject()).map(ProjectId::new),
                Optional.ofNullable(row.getRequest()).map(JSONB::data),
                Optional.ofNullable(row.getStateHash()).map(HEX::formatHex),
                secret(row.getCodeHash(), row.getCodeIssuedAt(), row.getCodeExpiresAt(), row.getCodeUsed()),
                secret(row.getAccessHash(), row.getAccessIssuedAt(), row.getAccessExpiresAt(), row.getAccessEnded()),
                row.getAccessScopes() == null ? Set.of() : Set.of(row.getAccessScopes()),
                secret(
                        row.getRefreshHash(),
                        row.getRefreshIssuedAt(),
                        row.getRefreshExpiresAt(),
                        row.getRefreshEnded()));
    }

    private static Optional<Secret> secret(
            byte @Nullable [] hash, @Nullable Instant issuedAt, @Nullable Instant expiresAt, boolean ended) {
        return hash == null || issuedAt == null || expiresAt == null
                ? Optional.empty()
                : Optional.of(new Secret(HEX.formatHex(hash), issuedAt, expiresAt, ended));
    }

    private static Field<byte[]> column(Kind kind) {
        return switch (kind) {
            case STATE -> ACCESS_GRANT.STATE_HASH;
            case CODE -> ACCESS_GRANT.CODE_HASH;
            case ACCESS -> ACCESS_GRANT.ACCESS_HASH;
            case REFRESH -> ACCESS_GRANT.REFRESH_HASH;
        };
    }

    private static byte[] bytes(String hash) {
        return HEX.parseHex(hash);
    }

    private static byte @Nullable [] hash(Optional<Secret> secret) {
        return secret.map(Secret::hash).map(GrantStore::bytes).orElse(null);
    }

    private static @Nullable Instant issued(Optional<Secret> secret) {
        return secret.map(Secret::issuedAt).orElse(null);
    }

    private static @Nullable Instant expires(Optional<Secret> secret) {
        return secret.map(Secret::expiresAt).orElse(null);
    }

    private static boolean ended(Optional<Secret> secret) {
        return secret.map(Secret::ended).orElse(false);
    }
}
