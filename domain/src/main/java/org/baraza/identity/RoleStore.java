// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.ROLE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

final class RoleStore {

    void insertDefaults(Tx tx, ProjectId project) {
        var insert = tx.sql().insertInto(ROLE, ROLE.PROJECT_ID, ROLE.NAME, ROLE.PERMISSIONS);
        for (DefaultRole role : DefaultRole.values()) {
            String[] names = role.permissions().stream()
                    .map(Permission::wireName)
                    .sorted()
                    .toArray(String[]::new);
            insert = insert.values(project.value(), role.title(), names);
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

    List<Role> list(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(ROLE)
                .where(ROLE.PROJECT_ID.eq(project.value()))
                .orderBy(ROLE.NAME)
                .fetch(row -> new Role(row.getRoleId(), row.getName(), Role.permissions(row.getPermissions())));
    }
}
