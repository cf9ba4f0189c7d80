// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.schema.identity.tables.records.WebUserRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

final class MemberStore {

    void addAdmin(Tx tx, ProjectId project, String userId) {
        tx.sql()
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.PROJECT_ID, project.value())
                .set(MEMBERSHIP.USER_ID, userId)
                .execute();
    }

    /** Gives the member that role, whichever she had before. */
    void put(Tx tx, ProjectId project, String userId, Optional<UUID> role) {
        tx.sql()
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.PROJECT_ID, project.value())
                .set(MEMBERSHIP.USER_ID, userId)
                .set(MEMBERSHIP.ROLE_ID, role.orElse(null))
                .onConflict(MEMBERSHIP.PROJECT_ID, MEMBERSHIP.USER_ID)
                .doUpdate()
                .set(MEMBERSHIP.ROLE_ID, role.orElse(null))
                .execute();
    }

    /** Reads the members' names; they are visible to the project because they are its members. */
    List<WebMember> find(Tx tx, ProjectId project, Collection<String> userIds) {
        return tx.sql()
                .select(WEB_USER)
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.USER_ID.in(userIds))
                .fetch(row -> member(row.value1()));
    }

    /** By the address she signs in with. */
    Optional<WebMember> named(Tx tx, ProjectId project, String username) {
        return tx.sql()
                .select(WEB_USER)
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(WEB_USER.USERNAME.eq(username))
                .fetchOptional(row -> member(row.value1()));
    }

    private static WebMember member(WebUserRecord row) {
        return new WebMember(row.getUserId(), row.getUsername(), row.getFirstName(), row.getLastName());
    }
}
