// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.jooq.impl.DSL.select;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.schema.enterprise.Tables;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

final class AccessStore {

    /** What a role gives. */
    record Rights(String roleName, Set<Permission> permissions) {
        /** What both give, under the name of the other. */
        Rights within(Rights own) {
            Set<Permission> both = EnumSet.noneOf(Permission.class);
            both.addAll(permissions);
            both.retainAll(own.permissions);
            return new Rights(roleName, both);
        }
    }

    Optional<Rights> ofMember(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .select(MEMBERSHIP.ROLE_ID, ROLE.NAME, ROLE.PERMISSIONS)
                .from(MEMBERSHIP)
                .leftJoin(ROLE)
                .on(ROLE.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID).and(ROLE.ROLE_ID.eq(MEMBERSHIP.ROLE_ID)))
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .fetchOptional(row -> row.value1() == null
                        ? new Rights(Role.ADMIN, Set.of(Permission.values()))
                        : new Rights(row.value2(), Role.permissions(row.value3())));
    }

    /** The project whose members act in this one too; empty where there is none, or she is a member who was kept out. */
    Optional<ProjectId> sourceFor(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .select(Tables.PROJECT.SOURCE_PROJECT_ID)
                .from(Tables.PROJECT)
                .where(Tables.PROJECT.PROJECT_ID.eq(project.value()))
                .and(Tables.PROJECT.SOURCE_PROJECT_ID.isNotNull())
                .andNotExists(select(MEMBERSHIP.USER_ID)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                        .and(MEMBERSHIP.USER_ID.eq(userId)))
                .fetchOptional(row -> new ProjectId(row.value1()));
    }

    /**
     * Whether she is a member of the project whose members act in this one too, let in there or not. For transactions that
     * see her memberships.
     */
    boolean isOfSource(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .fetchExists(select(MEMBERSHIP.USER_ID)
                        .from(Tables.PROJECT)
                        .join(MEMBERSHIP)
                        .on(MEMBERSHIP.PROJECT_ID.eq(Tables.PROJECT.SOURCE_PROJECT_ID))
                        .where(Tables.PROJECT.PROJECT_ID.eq(project.value()))
                        .and(MEMBERSHIP.USER_ID.eq(userId)));
    }

    /** Empty when the role is gone or archived. */
    Optional<Rights> ofRole(Tx tx, ProjectId project, UUID roleId) {
        return tx.sql()
                .select(ROLE.NAME, ROLE.PERMISSIONS)
                .from(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .and(ROLE.ROLE_ID.eq(roleId))
                .and(ROLE.ARCHIVED_AT.isNull())
                .fetchOptional(row -> new Rights(row.value1(), Role.permissions(row.value2())));
    }

    Optional<Rights> ofWorker(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .select(ROLE.NAME, ROLE.PERMISSIONS)
                .from(MOBILE_WORKER)
                .join(ROLE)
                .on(ROLE.PROJECT_ID.eq(MOBILE_WORKER.PROJECT_ID).and(ROLE.ROLE_ID.eq(MOBILE_WORKER.ROLE_ID)))
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.USER_ID.eq(userId))
                .and(MOBILE_WORKER.ACTIVE)
                .fetchOptional(row -> new Rights(row.value1(), Role.permissions(row.value2())));
    }
}
