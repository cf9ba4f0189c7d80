// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.INVITATION;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.identity.tables.records.InvitationRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Invitations that wait. */
final class InvitationStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PLACES = 100;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Where somebody is waited for. */
    record Place(ProjectId project, UUID invitationId) {}

    /** One with what its link must show. */
    record Kept(Invitation invitation, Optional<UUID> roleId, byte[] secretHash) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    UUID insert(
            Tx tx,
            ProjectId project,
            InvitationWish wish,
            Optional<UUID> role,
            Actor by,
            byte[] secretHash,
            Instant now,
            Instant end) {
        return tx.sql()
                .insertInto(INVITATION)
                .set(INVITATION.PROJECT_ID, project.value())
                .set(INVITATION.EMAIL, wish.email())
                .set(INVITATION.ROLE_ID, role.orElse(null))
                .set(INVITATION.INVITED_BY, by.userId())
                .set(INVITATION.INVITED_BY_NAME, by.username())
                .set(INVITATION.INVITED_AT, now)
                .set(INVITATION.EXPIRES_AT, end)
                .set(INVITATION.SECRET_HASH, secretHash)
                .set(INVITATION.PRIMARY_LOCATION_ID, wish.primaryLocationId())
                .set(
                        INVITATION.ASSIGNED_LOCATION_IDS,
                        wish.assignedLocationIds().toArray(String[]::new))
                .set(INVITATION.PROFILE_ID, profileId(wish))
                .set(INVITATION.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(wish.userData())))
                .returningResult(INVITATION.INVITATION_ID)
                .fetchSingle()
                .value1();
    }

    int waiting(Tx tx, ProjectId project) {
        return tx.sql().fetchCount(INVITATION, isOpen(project));
    }

    /** Newest first, by index invitation_by_age. */
    Page<Invitation> page(Tx tx, ProjectId project, PageRequest page) {
        Condition after = noCondition();
        if (!page.after().isEmpty()) {
            Cursor cursor = Cursor.read(page.after(), Invitation.LIST, 2);
            after = row(INVITATION.INVITED_AT, INVITATION.INVITATION_ID).lt(cursor.instant(0), cursor.id(1));
        }
        List<Invitation> oneMore = joined(tx)
                .where(isOpen(project))
                .and(after)
                .orderBy(INVITATION.INVITED_AT.desc(), INVITATION.INVITATION_ID.desc())
                .limit(page.first() + 1)
                .fetch(record -> kept(record).invitation());
        return Page.of(oneMore, page, () -> (long) waiting(tx, project));
    }

    /** Kept from others until the end of the transaction. */
    Optional<Kept> lock(Tx tx, ProjectId project, UUID id) {
        return joined(tx)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .forUpdate()
                .of(INVITATION)
                .fetchOptional(InvitationStore::kept);
    }

    Optional<Kept> find(Tx tx, ProjectId project, UUID id) {
        return joined(tx)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .fetchOptional(InvitationStore::kept);
    }

    /** By index invitation_open. */
    List<Invitation> named(Tx tx, ProjectId project, Collection<String> emails) {
        return joined(tx)
                .where(isOpen(project))
                .and(INVITATION.EMAIL.in(emails))
                .fetch(record -> kept(record).invitation());
    }

    /** All of it except whom it is for, and until when. */
    void change(Tx tx, ProjectId project, UUID id, InvitationWish wish, Optional<UUID> role) {
        tx.sql()
                .update(INVITATION)
                .set(INVITATION.ROLE_ID, role.orElse(null))
                .set(INVITATION.PRIMARY_LOCATION_ID, wish.primaryLocationId())
                .set(
                        INVITATION.ASSIGNED_LOCATION_IDS,
                        wish.assignedLocationIds().toArray(String[]::new))
                .set(INVITATION.PROFILE_ID, profileId(wish))
                .set(INVITATION.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(wish.userData())))
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .execute();
    }

    private static @Nullable UUID profileId(InvitationWish wish) {
        String id = wish.userData().getOrDefault(UserDataKeys.PROFILE, "");
        return id.isEmpty() ? null : UUID.fromString(id);
    }

    void renew(Tx tx, ProjectId project, UUID id, byte[] secretHash, Instant now, Instant end) {
        tx.sql()
                .update(INVITATION)
                .set(INVITATION.SECRET_HASH, secretHash)
                .set(INVITATION.INVITED_AT, now)
                .set(INVITATION.EXPIRES_AT, end)
                .set(INVITATION.MAIL_FAILED, false)
                .setNull(INVITATION.MAILED_AT)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .execute();
    }

    void cancel(Tx tx, ProjectId project, UUID id, Instant now) {
        tx.sql()
                .update(INVITATION)
                .set(INVITATION.CANCELLED_AT, now)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .execute();
    }

    void accept(Tx tx, ProjectId project, UUID id, String userId, Instant now) {
        tx.sql()
                .update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, now)
                .set(INVITATION.ACCEPTED_BY, userId)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .execute();
    }

    void mailed(Tx tx, ProjectId project, UUID id, boolean went, Instant now) {
        tx.sql()
                .update(INVITATION)
                .set(INVITATION.MAILED_AT, went ? now : null)
                .set(INVITATION.MAIL_FAILED, !went)
                .where(isOpen(project))
                .and(INVITATION.INVITATION_ID.eq(id))
                .execute();
    }

    private static Condition isOpen(ProjectId project) {
        return INVITATION
                .PROJECT_ID
                .eq(project.value())
                .and(INVITATION.ACCEPTED_AT.isNull())
                .and(INVITATION.CANCELLED_AT.isNull());
    }

    private static SelectOnConditionStep<Record2<InvitationRecord, String>> joined(Tx tx) {
        return tx.sql()
                .select(INVITATION, ROLE.NAME)
                .from(INVITATION)
                .leftJoin(ROLE)
                .on(ROLE.PROJECT_ID.eq(INVITATION.PROJECT_ID).and(ROLE.ROLE_ID.eq(INVITATION.ROLE_ID)));
    }

    /** By index invitation_by_email, in all projects at once; nobody is waited for in many. */
    List<Place> waitingFor(Tx tx, String email, Instant now) {
        return tx.sql()
                .select(INVITATION.PROJECT_ID, INVITATION.INVITATION_ID)
                .from(INVITATION)
                .where(INVITATION.EMAIL.eq(email))
                .and(INVITATION.ACCEPTED_AT.isNull())
                .and(INVITATION.CANCELLED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(now))
                .limit(MOST_PLACES)
                .fetch(row -> new Place(new ProjectId(row.value1()), row.value2()));
    }

    private static Kept kept(Record2<InvitationRecord, @Nullable String> record) {
        InvitationRecord row = record.value1();
        @Nullable String role = record.value2();
        return new Kept(
                new Invitation(
                        row.getInvitationId(),
                        row.getEmail(),
                        role == null ? Role.ADMIN : role,
                        row.getInvitedBy(),
                        row.getInvitedByName(),
                        row.getInvitedAt(),
                        row.getExpiresAt(),
                        row.getPrimaryLocationId(),
                        List.of(row.getAssignedLocationIds()),
                        JSON.readValue(row.getUserData().data(), TEXTS),
                        Optional.ofNullable(row.getMailedAt()),
                        row.getMailFailed()),
                Optional.ofNullable(row.getRoleId()),
                row.getSecretHash());
    }
}
