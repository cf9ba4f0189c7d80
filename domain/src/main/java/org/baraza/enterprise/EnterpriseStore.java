// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.baraza.persistence.schema.enterprise.Tables.ACCOUNT;
import static org.baraza.persistence.schema.enterprise.Tables.ADMIN;
import static org.baraza.persistence.schema.enterprise.Tables.PROVIDER;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.persistence.schema.enterprise.Tables;
import org.baraza.persistence.schema.enterprise.tables.records.AccountRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jspecify.annotations.Nullable;

/** Accounts, their administrators and their projects. */
final class EnterpriseStore {

    /** By admin_by_user; nobody administers many. */
    List<Enterprise> of(Tx tx, String userId, int most) {
        return tx.sql()
                .select(ACCOUNT.fields())
                .from(ACCOUNT)
                .join(ADMIN)
                .on(ADMIN.ACCOUNT_ID.eq(ACCOUNT.ACCOUNT_ID))
                .where(ADMIN.USER_ID.eq(userId))
                .orderBy(ACCOUNT.NAME, ACCOUNT.ACCOUNT_ID)
                .limit(most)
                .fetch(row -> enterprise(row.into(ACCOUNT)));
    }

    /** Every account of the server, for whoever runs it. */
    List<Enterprise> all(Tx tx, int most) {
        return tx.sql()
                .selectFrom(ACCOUNT)
                .orderBy(ACCOUNT.NAME, ACCOUNT.ACCOUNT_ID)
                .limit(most)
                .fetch(EnterpriseStore::enterprise);
    }

    boolean isAdmin(Tx tx, UUID account, String userId) {
        return tx.sql().fetchExists(ADMIN, ADMIN.ACCOUNT_ID.eq(account).and(ADMIN.USER_ID.eq(userId)));
    }

    boolean hasProvider(Tx tx, UUID account, UUID provider) {
        return tx.sql().fetchExists(PROVIDER, PROVIDER.ACCOUNT_ID.eq(account).and(PROVIDER.PROVIDER_ID.eq(provider)));
    }

    Optional<Enterprise> find(Tx tx, UUID account) {
        return tx.sql()
                .selectFrom(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .fetchOptional(EnterpriseStore::enterprise);
    }

    /** As {@link #find}; nobody else changes the account until the transaction ends. */
    Optional<Enterprise> lock(Tx tx, UUID account) {
        return tx.sql()
                .selectFrom(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .forNoKeyUpdate()
                .fetchOptional(EnterpriseStore::enterprise);
    }

    void insert(Tx tx, UUID account, String name, String createdBy, Instant now) {
        tx.sql()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, account)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.CREATED_AT, now)
                .set(ACCOUNT.CREATED_BY, createdBy)
                .execute();
    }

    List<AccountAdmin> admins(Tx tx, UUID account) {
        return tx.sql()
                .selectFrom(ADMIN)
                .where(ADMIN.ACCOUNT_ID.eq(account))
                .orderBy(ADMIN.USERNAME)
                .fetch(row -> new AccountAdmin(row.getUserId(), row.getUsername(), row.getAddedAt(), row.getAddedBy()));
    }

    /** False when she is one already. */
    boolean addAdmin(Tx tx, UUID account, WebUser user, String addedBy, Instant now) {
        return tx.sql()
                        .insertInto(ADMIN)
                        .set(ADMIN.ACCOUNT_ID, account)
                        .set(ADMIN.USER_ID, user.userId())
                        .set(ADMIN.USERNAME, user.username())
                        .set(ADMIN.ADDED_AT, now)
                        .set(ADMIN.ADDED_BY, addedBy)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void removeAdmin(Tx tx, UUID account, String userId) {
        tx.sql()
                .deleteFrom(ADMIN)
                .where(ADMIN.ACCOUNT_ID.eq(account))
                .and(ADMIN.USER_ID.eq(userId))
                .execute();
    }

    /** By project_by_account. */
    List<AccountProject> projects(Tx tx, UUID account) {
        return tx.sql()
                .select(
                        PROJECT.PROJECT_ID,
                        PROJECT.NAME,
                        PROJECT.DISPLAY_NAME,
                        PROJECT.ACTIVE,
                        Tables.PROJECT.SOURCE_PROJECT_ID.isNotNull(),
                        Tables.PROJECT.ADDED_AT,
                        Tables.PROJECT.ADDED_BY)
                .from(Tables.PROJECT)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(Tables.PROJECT.PROJECT_ID))
                .where(Tables.PROJECT.ACCOUNT_ID.eq(account))
                .orderBy(PROJECT.NAME)
                .fetch(row -> new AccountProject(
                        new ProjectId(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** False when some account has it already. */
    boolean addProject(Tx tx, UUID account, ProjectId project, String addedBy, Instant now) {
        return tx.sql()
                        .insertInto(Tables.PROJECT)
                        .set(Tables.PROJECT.PROJECT_ID, project.value())
                        .set(Tables.PROJECT.ACCOUNT_ID, account)
                        .set(Tables.PROJECT.ADDED_AT, now)
                        .set(Tables.PROJECT.ADDED_BY, addedBy)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void removeProject(Tx tx, UUID account, ProjectId project) {
        tx.sql()
                .deleteFrom(Tables.PROJECT)
                .where(Tables.PROJECT.PROJECT_ID.eq(project.value()))
                .and(Tables.PROJECT.ACCOUNT_ID.eq(account))
                .execute();
    }

    /** Members of the source act in the heirs, and nobody in others because of the account. */
    void setInheritance(Tx tx, UUID account, @Nullable UUID source, List<UUID> heirs) {
        tx.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.SOURCE_PROJECT_ID, source)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        tx.sql()
                .update(Tables.PROJECT)
                .setNull(Tables.PROJECT.SOURCE_PROJECT_ID)
                .where(Tables.PROJECT.ACCOUNT_ID.eq(account))
                .execute();
        if (source != null) {
            tx.sql()
                    .update(Tables.PROJECT)
                    .set(Tables.PROJECT.SOURCE_PROJECT_ID, source)
                    .where(Tables.PROJECT.ACCOUNT_ID.eq(account))
                    .and(Tables.PROJECT.PROJECT_ID.in(heirs))
                    .execute();
        }
    }

    private static Enterprise enterprise(AccountRecord row) {
        return new Enterprise(
                row.getAccountId(),
                row.getName(),
                Optional.ofNullable(row.getSourceProjectId()).map(ProjectId::new),
                row.getCreatedAt());
    }
}
