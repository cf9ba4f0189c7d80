// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.schema.identity.tables.records.RoleRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

final class RoleStore {

    void insertDefaults(Tx tx, ProjectId project) {
        var insert = tx.sql().insertInto(ROLE, ROLE.PROJECT_ID, ROLE.NAME, ROLE.PERMISSIONS);
        for (DefaultRole role : DefaultRole.values()) {
            insert = insert.values(project.value(), role.title(), names(role.permissions()));
        }
        insert.execute();
    }

    Optional<UUID> idOf(Tx tx, ProjectId project, String name) {
        return tx.sql()
                .select(ROLE.ROLE_ID)
                .from(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .and(ROLE.NAME.eq(name))
                .fetchOptional(ROLE.ROLE_ID);
    }

    /** All of them, archived ones too; a project has few. */
    List<Role> list(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .orderBy(ROLE.NAME)
                .fetch(RoleStore::role);
    }

    /** As {@link #list}, keeping others from changing roles, and from giving one of them, until the transaction ends. */
    List<Role> lock(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .orderBy(ROLE.NAME)
                .forUpdate()
                .fetch(RoleStore::role);
    }

    /** As {@link #list}, keeping the roles as they are until the transaction ends; many may do so at once. */
    List<Role> keep(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .orderBy(ROLE.NAME)
                .forShare()
                .fetch(RoleStore::role);
    }

    Role insert(Tx tx, ProjectId project, RoleWish wish) {
        return tx.sql()
                .insertInto(ROLE)
                .set(ROLE.PROJECT_ID, project.value())
                .set(ROLE.NAME, wish.name())
                .set(ROLE.PERMISSIONS, names(wish.permissions()))
                .set(ROLE.NON_ADMIN_EDITABLE, wish.nonAdminEditable())
                .set(ROLE.ASSIGNABLE_BY, wish.assignableBy().toArray(UUID[]::new))
                .returning()
                .fetchSingle(RoleStore::role);
    }

    Role update(Tx tx, ProjectId project, UUID roleId, RoleWish wish) {
        return tx.sql()
                .update(ROLE)
                .set(ROLE.NAME, wish.name())
                .set(ROLE.PERMISSIONS, names(wish.permissions()))
                .set(ROLE.NON_ADMIN_EDITABLE, wish.nonAdminEditable())
                .set(ROLE.ASSIGNABLE_BY, wish.assignableBy().toArray(UUID[]::new))
                .where(isIt(project, roleId))
                .returning()
                .fetchSingle(RoleStore::role);
    }

    Role setArchived(Tx tx, ProjectId project, UUID roleId, @Nullable Instant at) {
        return tx.sql()
                .update(ROLE)
                .set(ROLE.ARCHIVED_AT, at)
                .where(isIt(project, roleId))
                .returning()
                .fetchSingle(RoleStore::role);
    }

    void delete(Tx tx, ProjectId project, UUID roleId) {
        tx.sql().deleteFrom(ROLE).where(isIt(project, roleId)).execute();
    }

    private static Condition isIt(ProjectId project, UUID roleId) {
        return ROLE.PROJECT_ID.eq(project.value()).and(ROLE.ROLE_ID.eq(roleId));
    }

    /** Those of the roles that somebody has; by membership_by_role and mobile_worker_by_role. */
    Map<UUID, RoleUse> uses(Tx tx, ProjectId project, Collection<UUID> roleIds) {
        Map<UUID, RoleUse> uses = new HashMap<>();
        tx.sql()
                .select(MEMBERSHIP.ROLE_ID, count())
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.ROLE_ID.in(roleIds))
                .groupBy(MEMBERSHIP.ROLE_ID)
                .forEach(row -> uses.put(row.value1(), new RoleUse(row.value2(), 0)));
        tx.sql()
                .select(MOBILE_WORKER.ROLE_ID, count())
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.ROLE_ID.in(roleIds))
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .groupBy(MOBILE_WORKER.ROLE_ID)
                .forEach(row -> uses.merge(
                        row.value1(),
                        new RoleUse(0, row.value2()),
                        (members, workers) -> new RoleUse(members.members(), workers.workers())));
        return uses;
    }

    /** Whether anybody has it or ever had: the row of a worker who was deleted names it still. */
    boolean wasGiven(Tx tx, ProjectId project, UUID roleId) {
        return tx.sql()
                        .fetchExists(
                                MEMBERSHIP,
                                MEMBERSHIP.PROJECT_ID.eq(project.value()).and(MEMBERSHIP.ROLE_ID.eq(roleId)))
                || tx.sql()
                        .fetchExists(
                                MOBILE_WORKER,
                                MOBILE_WORKER.PROJECT_ID.eq(project.value()).and(MOBILE_WORKER.ROLE_ID.eq(roleId)));
    }

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::wireName).sorted().toArray(String[]::new);
    }

    private static Role role(RoleRecord row) {
        return new Role(
                row.getRoleId(),
                row.getName(),
                Role.permissions(row.getPermissions()),
                row.getNonAdminEditable(),
                List.of(row.getAssignableBy()),
                row.getArchivedAt() != null);
    }
}
