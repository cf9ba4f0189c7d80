// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.baraza.persistence.schema.identity.Tables.USER_DATA_PROFILE;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.identity.tables.records.MembershipRecord;
import org.baraza.persistence.schema.identity.tables.records.WebUserRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class MemberStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JoinRequestStore requests = new JoinRequestStore();

    void addAdmin(Tx tx, ProjectId project, String userId) {
        tx.sql()
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.PROJECT_ID, project.value())
                .set(MEMBERSHIP.USER_ID, userId)
                .execute();
    }

    /** Lets somebody in who is no member yet; whether she asked for it no longer matters. */
    void add(Tx tx, ProjectId project, String userId, Optional<UUID> role) {
        tx.sql()
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.PROJECT_ID, project.value())
                .set(MEMBERSHIP.USER_ID, userId)
                .set(MEMBERSHIP.ROLE_ID, role.orElse(null))
                .execute();
        requests.forget(tx, project, userId);
    }

    void setRole(Tx tx, ProjectId project, String userId, Optional<UUID> role) {
        tx.sql()
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.ROLE_ID, role.orElse(null))
                .where(isHer(project, userId))
                .execute();
    }

    void setActive(Tx tx, ProjectId project, String userId, boolean active) {
        tx.sql()
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.ACTIVE, active)
                .where(isHer(project, userId))
                .execute();
    }

    void setUserData(Tx tx, ProjectId project, String userId, UserDataRules.Settled settled) {
        tx.sql()
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(settled.data())))
                .set(
                        MEMBERSHIP.PROFILE_ID,
                        settled.profile()
                                .map(profile -> UUID.fromString(profile.profileId()))
                                .orElse(null))
                .where(isHer(project, userId))
                .execute();
    }

    void remove(Tx tx, ProjectId project, String userId) {
        tx.sql().deleteFrom(MEMBERSHIP).where(isHer(project, userId)).execute();
    }

    private static Condition isHer(ProjectId project, String userId) {
        return MEMBERSHIP.PROJECT_ID.eq(project.value()).and(MEMBERSHIP.USER_ID.eq(userId));
    }

    /**
     * How many administrators are let in, kept so until the transaction ends: two of them could otherwise take the right
     * from each other at the same moment.
     */
    int lockAdmins(Tx tx, ProjectId project) {
        return tx.sql()
                .select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.ROLE_ID.isNull())
                .and(MEMBERSHIP.ACTIVE)
                .orderBy(MEMBERSHIP.USER_ID)
                .forUpdate()
                .fetch()
                .size();
    }

    /** By user id: a range of the key of memberships, which stops after the part that is wanted. */
    Slice<Member> slice(Tx tx, ProjectId project, SliceRequest slice) {
        List<Member> members = tx.sql()
                .fetch(joined(tx)
                        .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                        .orderBy(MEMBERSHIP.USER_ID)
                        .offset(slice.offset())
                        .limit(slice.limit()))
                .map(MemberStore::full);
        return new Slice<>(members, tx.sql().fetchCount(MEMBERSHIP, MEMBERSHIP.PROJECT_ID.eq(project.value())));
    }

    /** By user id: a range of the key of memberships. */
    Page<Member> page(Tx tx, ProjectId project, PageRequest page) {
        Condition all = MEMBERSHIP.PROJECT_ID.eq(project.value());
        Condition wanted = page.after().isEmpty()
                ? all
                : all.and(MEMBERSHIP.USER_ID.gt(
                        Cursor.read(page.after(), Member.LIST, 1).text(0)));
        List<Member> members = tx.sql()
                .fetch(joined(tx).where(wanted).orderBy(MEMBERSHIP.USER_ID).limit(page.first() + 1))
                .map(MemberStore::full);
        return Page.of(members, page, () -> (long) tx.sql().fetchCount(MEMBERSHIP, all));
    }

    /** Nobody else changes what she is here until the transaction ends. */
    void lock(Tx tx, ProjectId project, String userId) {
        tx.sql()
                .select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(isHer(project, userId))
                .forUpdate()
                .fetch();
    }

    Optional<Member> member(Tx tx, ProjectId project, String userId) {
        return joined(tx).where(isHer(project, userId)).fetchOptional(MemberStore::full);
    }

    /** By the address she signs in with. */
    Optional<Member> memberNamed(Tx tx, ProjectId project, String username) {
        return joined(tx)
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(WEB_USER.USERNAME.eq(username))
                .fetchOptional(MemberStore::full);
    }

    /** By the addresses they sign in with. */
    List<Member> membersNamed(Tx tx, ProjectId project, Collection<String> usernames) {
        return joined(tx)
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(WEB_USER.USERNAME.in(usernames))
                .fetch(MemberStore::full);
    }

    private static SelectOnConditionStep<Record5<MembershipRecord, WebUserRecord, String, String[], String>> joined(
            Tx tx) {
        return tx.sql()
                .select(MEMBERSHIP, WEB_USER, ROLE.NAME, ROLE.PERMISSIONS, USER_DATA_PROFILE.NAME)
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .leftJoin(ROLE)
                .on(ROLE.PROJECT_ID.eq(MEMBERSHIP.PROJECT_ID).and(ROLE.ROLE_ID.eq(MEMBERSHIP.ROLE_ID)))
                .leftJoin(USER_DATA_PROFILE)
                .on(USER_DATA_PROFILE
                        .PROJECT_ID
                        .eq(MEMBERSHIP.PROJECT_ID)
                        .and(USER_DATA_PROFILE.PROFILE_ID.eq(MEMBERSHIP.PROFILE_ID)));
    }

    private static Member full(Record5<MembershipRecord, WebUserRecord, String, String[], String> row) {
        @Nullable UUID roleId = row.value1().getRoleId();
        return new Member(
                member(row.value2()),
                roleId == null ? Role.ADMIN : row.value3(),
                Role.permissions(Optional.ofNullable(roleId), row.value4()),
                row.value1().getActive(),
                JSON.readValue(row.value1().getUserData().data(), TEXTS),
                Objects.requireNonNullElse(row.value5(), ""));
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

    static WebMember member(WebUserRecord row) {
        return new WebMember(row.getUserId(), row.getUsername(), row.getFirstName(), row.getLastName());
    }
}
