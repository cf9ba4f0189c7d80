// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

final class MembershipStore {

    /** Every project that lets her in. */
    Set<UUID> all(Tx tx, String userId) {
        return tx.sql()
                .select(MEMBERSHIP.PROJECT_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .fetchSet(MEMBERSHIP.PROJECT_ID);
    }

    /** Those that she administers. */
    Set<UUID> administered(Tx tx, String userId) {
        return tx.sql()
                .select(MEMBERSHIP.PROJECT_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .and(MEMBERSHIP.ROLE_ID.isNull())
                .fetchSet(MEMBERSHIP.PROJECT_ID);
    }

    /** From membership_by_user to projects and roles by key. */
    List<Membership> of(Tx tx, String userId, Optional<ProjectId> only) {
        return tx.sql()
                .select(PROJECT.NAME, PROJECT.DISPLAY_NAME, MEMBERSHIP.ROLE_ID, ROLE.PERMISSIONS)
                .from(MEMBERSHIP)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID))
                .leftJoin(ROLE)
                .on(ROLE.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID).and(ROLE.ROLE_ID.eq(MEMBERSHIP.ROLE_ID)))
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ACTIVE)
                .and(only.map(project -> MEMBERSHIP.PROJECT_ID.eq(project.value()))
                        .orElse(noCondition()))
                .orderBy(PROJECT.NAME)
                .fetch(row -> new Membership(
                        row.value1(), row.value2(), Role.permissions(Optional.ofNullable(row.value3()), row.value4())));
    }
}
