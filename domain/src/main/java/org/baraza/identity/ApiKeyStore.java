// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.API_KEY;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

final class ApiKeyStore {
    private static final Duration USE_GRAIN = Duration.ofSeconds(30);

    /** What a presented key is compared with. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(
            UUID keyId,
            byte[] secretHash,
            Optional<ProjectId> onlyProject,
            Optional<UUID> asRole,
            AddressList allowedAddresses,
            Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt) {}

    UUID insert(Tx tx, String userId, String name, byte[] secretHash, Optional<ProjectId> only, ApiKeyWish wish) {
        return tx.sql()
                .insertInto(API_KEY)
                .set(API_KEY.USER_ID, userId)
                .set(API_KEY.NAME, name)
                .set(API_KEY.SECRET_HASH, secretHash)
                .set(API_KEY.ONLY_PROJECT, only.map(ProjectId::value).orElse(null))
                .set(API_KEY.EXPIRES_AT, wish.expiresAt().orElse(null))
                .set(API_KEY.ROLE_ID, wish.roleId().orElse(null))
                .set(
                        API_KEY.ALLOWED_ADDRESSES,
                        AddressList.of(wish.allowedAddresses()).texts().toArray(String[]::new))
                .returningResult(API_KEY.KEY_ID)
                .fetchSingle()
                .value1();
    }

    /** Oldest first, by index api_key_by_age. */
    Page<ApiKey> page(Tx tx, String userId, PageRequest page) {
        Condition hers = API_KEY.USER_ID.eq(userId).and(API_KEY.REVOKED_AT.isNull());
        List<ApiKey> oneMore = joined(tx)
                .where(hers)
                .and(behind(page.after()))
                .orderBy(API_KEY.CREATED_AT, API_KEY.KEY_ID)
                .limit(page.first() + 1)
                .fetch(ApiKeyStore::key);
        return Page.of(oneMore, page, () -> (long) tx.sql().fetchCount(API_KEY, hers));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, ApiKey.LIST, 2);
        return row(API_KEY.CREATED_AT, API_KEY.KEY_ID).gt(cursor.instant(0), cursor.id(1));
    }

    /** One of hers that was not revoked. */
    Optional<ApiKey> find(Tx tx, String userId, UUID keyId) {
        return joined(tx)
                .where(API_KEY.KEY_ID.eq(keyId))
                .and(API_KEY.USER_ID.eq(userId))
                .and(API_KEY.REVOKED_AT.isNull())
                .fetchOptional(ApiKeyStore::key);
    }

    private static SelectOnConditionStep<Record> joined(Tx tx) {
        return tx.sql()
                .select(API_KEY.asterisk(), PROJECT.NAME.as("project_name"), ROLE.NAME.as("role_name"))
                .from(API_KEY)
                .leftJoin(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(API_KEY.ONLY_PROJECT))
                .leftJoin(ROLE)
                .on(ROLE.PROJECT_ID.eq(API_KEY.ONLY_PROJECT).and(ROLE.ROLE_ID.eq(API_KEY.ROLE_ID)));
    }

    /** Those of a user that open something. */
    List<Kept> kept(Tx tx, String userId) {
        return tx.sql()
                .selectFrom(API_KEY)
                .where(API_KEY.USER_ID.eq(userId))
                .and(API_KEY.REVOKED_AT.isNull())
                .and(API_KEY.DEACTIVATED_AT.isNull())
                .fetch(row -> new Kept(
                        row.getKeyId(),
                        row.getSecretHash(),
                        Optional.ofNullable(row.getOnlyProject()).map(ProjectId::new),
                        Optional.ofNullable(row.getRoleId()),
                        AddressList.of(List.of(row.getAllowedAddresses())),
                        Optional.ofNullable(row.getLastUsedAt()),
                        Optional.ofNullable(row.getExpiresAt())));
    }

    boolean needsUseMark(Kept key, Instant now) {
        return key.lastUsedAt().isEmpty()
                || key.lastUsedAt().get().plus(USE_GRAIN).isBefore(now);
    }

    void markUsed(Tx tx, UUID keyId, Instant now) {
        tx.sql()
                .update(API_KEY)
                .set(API_KEY.LAST_USED_AT, now)
                .where(API_KEY.KEY_ID.eq(keyId))
                .execute();
    }

    boolean setActive(Tx tx, String userId, UUID keyId, boolean active, Instant now) {
        return tx.sql()
                        .update(API_KEY)
                        .set(API_KEY.DEACTIVATED_AT, active ? null : now)
                        .where(API_KEY.KEY_ID.eq(keyId))
                        .and(API_KEY.USER_ID.eq(userId))
                        .and(API_KEY.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean revoke(Tx tx, String userId, UUID keyId, Instant now) {
        return tx.sql()
                        .update(API_KEY)
                        .set(API_KEY.REVOKED_AT, now)
                        .where(API_KEY.KEY_ID.eq(keyId))
                        .and(API_KEY.USER_ID.eq(userId))
                        .and(API_KEY.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Those that open nothing but the project. */
    void revokeOf(Tx tx, String userId, ProjectId project, Instant now) {
        tx.sql()
                .update(API_KEY)
                .set(API_KEY.REVOKED_AT, now)
                .where(API_KEY.USER_ID.eq(userId))
                .and(API_KEY.ONLY_PROJECT.eq(project.value()))
                .and(API_KEY.REVOKED_AT.isNull())
                .execute();
    }

    private static ApiKey key(Record row) {
        return new ApiKey(
                row.get(API_KEY.KEY_ID),
                row.get(API_KEY.NAME),
                row.get(API_KEY.CREATED_AT),
                Optional.ofNullable(row.get(API_KEY.LAST_USED_AT)),
                Optional.ofNullable(row.get(API_KEY.EXPIRES_AT)),
                Optional.ofNullable(row.get("project_name", String.class)),
                Optional.ofNullable(row.get(API_KEY.ROLE_ID)),
                Optional.ofNullable(row.get("role_name", String.class)),
                List.of(row.get(API_KEY.ALLOWED_ADDRESSES)),
                row.get(API_KEY.DEACTIVATED_AT) == null);
    }
}
