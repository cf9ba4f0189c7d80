// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.ROLE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.identity.tables.records.MobileWorkerRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class MobileWorkerStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    /** Sorts after every character of a username. */
    private static final String END = "~";

    /** What the service decides about a new worker. */
    record Decided(
            String userId,
            String username,
            String passwordHash,
            boolean confirmed,
            UUID role,
            String createdBy,
            Instant now) {
        @Override
        public String toString() {
            return "Decided[" + userId + "]";
        }
    }

    MobileWorker insert(
            Tx tx, ProjectId project, WorkerDetails worker, Optional<UserDataProfile> profile, Decided decided) {
        return tx.sql()
                .insertInto(MOBILE_WORKER)
                .set(MOBILE_WORKER.PROJECT_ID, project.value())
                .set(MOBILE_WORKER.USER_ID, decided.userId())
                .set(MOBILE_WORKER.USERNAME, decided.username())
                .set(MOBILE_WORKER.FIRST_NAME, worker.firstName())
                .set(MOBILE_WORKER.LAST_NAME, worker.lastName())
                .set(MOBILE_WORKER.EMAIL, worker.email())
                .set(MOBILE_WORKER.LANGUAGE, worker.language())
                .set(MOBILE_WORKER.PHONE_NUMBERS, worker.phoneNumbers().toArray(String[]::new))
                .set(MOBILE_WORKER.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(worker.userData())))
                .set(MOBILE_WORKER.PROFILE_ID, profileId(profile))
                .set(MOBILE_WORKER.ROLE_ID, decided.role())
                .set(MOBILE_WORKER.PASSWORD_HASH, decided.passwordHash())
                .set(MOBILE_WORKER.CONFIRMED, decided.confirmed())
                .set(MOBILE_WORKER.ACTIVE, decided.confirmed())
                .set(MOBILE_WORKER.CREATED_BY, decided.createdBy())
                .set(MOBILE_WORKER.CREATED_AT, decided.now())
                .returning()
                .fetchSingle(MobileWorkerStore::worker);
    }

    List<MobileWorker> find(Tx tx, ProjectId project, Collection<String> userIds) {
        return found(tx, isOneOf(project, userIds).and(MOBILE_WORKER.RETIRED_AT.isNull()));
    }

    /** By username; by mobile_worker_by_name. */
    List<MobileWorker> named(Tx tx, ProjectId project, Collection<String> usernames) {
        Condition wanted = MOBILE_WORKER
                .PROJECT_ID
                .eq(project.value())
                .and(MOBILE_WORKER.USERNAME.eq(any(val(usernames.toArray(String[]::new)))))
                .and(MOBILE_WORKER.RETIRED_AT.isNull());
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(wanted)
                .orderBy(MOBILE_WORKER.USERNAME)
                .fetch(MobileWorkerStore::worker);
    }

    /** Empty while she has no password. */
    Optional<String> passwordHash(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .select(MOBILE_WORKER.PASSWORD_HASH)
                .from(MOBILE_WORKER)
                .where(isHer(project, userId))
                .fetchOptional(MOBILE_WORKER.PASSWORD_HASH)
                .filter(hash -> !hash.isEmpty());
    }

    /** Also those who were deleted. */
    List<MobileWorker> findEver(Tx tx, ProjectId project, Collection<String> userIds) {
        return found(tx, isOneOf(project, userIds));
    }

    private static Condition isOneOf(ProjectId project, Collection<String> userIds) {
        return MOBILE_WORKER.PROJECT_ID.eq(project.value()).and(MOBILE_WORKER.USER_ID.in(userIds));
    }

    private static List<MobileWorker> found(Tx tx, Condition wanted) {
        return tx.sql().selectFrom(MOBILE_WORKER).where(wanted).fetch(MobileWorkerStore::worker);
    }

    /** By the name she signs in with; index mobile_worker_by_name. */
    Optional<MobileWorker> named(Tx tx, ProjectId project, String username) {
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.USERNAME.eq(username))
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .fetchOptional(MobileWorkerStore::worker);
    }

    /** Reads a worker and keeps others from changing her until the end of the transaction. */
    Optional<MobileWorker> lock(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(isHer(project, userId))
                .forUpdate()
                .fetchOptional(MobileWorkerStore::worker);
    }

    /**
     * By primary key. What is said of retirement is written so that no index of those who are not retired offers itself: before
     * the table is first analysed the planner takes one of them for as good, and reads the whole project with it.
     */
    private static Condition isHer(ProjectId project, String userId) {
        return MOBILE_WORKER
                .PROJECT_ID
                .eq(project.value())
                .and(MOBILE_WORKER.USER_ID.eq(userId))
                .and(condition("coalesce({0}, '-infinity') = '-infinity'", MOBILE_WORKER.RETIRED_AT));
    }

    /**
     * By mobile_worker_by_name or mobile_worker_by_age, for one status by mobile_worker_by_activity; all of them are
     * ranges that stop after a page.
     */
    Page<MobileWorker> list(Tx tx, ProjectAccess who, WorkerQuery query) {
        List<MobileWorker> rows = tx.sql().fetch(rows(who, query)).map(MobileWorkerStore::worker);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(MOBILE_WORKER, wanted(who, query)));
    }

    /** The statement of a page, one row more than asked for. */
    Select<MobileWorkerRecord> rows(ProjectAccess who, WorkerQuery query) {
        return selectFrom(MOBILE_WORKER)
                .where(wanted(who, query))
                .and(behind(query))
                .orderBy(order(query.order()))
                .limit(query.page().first() + 1);
    }

    private static Condition wanted(ProjectAccess who, WorkerQuery query) {
        return wanted(who, query.status()).and(beginning(query));
    }

    /** Those of a status by username, counted off from the first. */
    Slice<MobileWorker> list(Tx tx, ProjectAccess who, Status status, SliceRequest slice) {
        Condition wanted = wanted(who, status);
        List<MobileWorker> rows = tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(wanted)
                .orderBy(MOBILE_WORKER.USERNAME)
                .offset(slice.offset())
                .limit(slice.limit())
                .fetch(MobileWorkerStore::worker);
        return new Slice<>(rows, tx.sql().fetchCount(MOBILE_WORKER, wanted));
    }

    private static Condition behind(WorkerQuery query) {
        if (query.page().after().isEmpty()) {
            return noCondition();
        }
        WorkerOrder order = query.order();
        Cursor place = Cursor.read(query.page().after(), order.name(), order.byName() ? 1 : 2);
        if (order.byName()) {
            return order.ascending()
                    ? MOBILE_WORKER.USERNAME.gt(place.text(0))
                    : MOBILE_WORKER.USERNAME.lt(place.text(0));
        }
        var age = row(MOBILE_WORKER.CREATED_AT, MOBILE_WORKER.USER_ID);
        return order.ascending() ? age.gt(place.instant(0), place.text(1)) : age.lt(place.instant(0), place.text(1));
    }

    private static List<SortField<?>> order(WorkerOrder order) {
        return switch (order) {
            case USERNAME_ASC -> List.of(MOBILE_WORKER.USERNAME.asc());
            case USERNAME_DESC -> List.of(MOBILE_WORKER.USERNAME.desc());
            case CREATED_ASC -> List.of(MOBILE_WORKER.CREATED_AT.asc(), MOBILE_WORKER.USER_ID.asc());
            case CREATED_DESC -> List.of(MOBILE_WORKER.CREATED_AT.desc(), MOBILE_WORKER.USER_ID.desc());
        };
    }

    private static Condition wanted(ProjectAccess who, Status status) {
        return MOBILE_WORKER
                .PROJECT_ID
                .eq(who.project().value())
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .and(ReachedPeopleStore.isReached(who, MOBILE_WORKER.USER_ID))
                .and(status(status));
    }

    private static Condition status(Status status) {
        return switch (status) {
            case ANY -> noCondition();
            case ACTIVE -> MOBILE_WORKER.ACTIVE.eq(true);
            case INACTIVE -> MOBILE_WORKER.ACTIVE.eq(false);
        };
    }

    /** A range rather than LIKE, which row-level security would keep from using an index. */
    private static Condition beginning(WorkerQuery query) {
        String beginning = query.search().strip().toLowerCase(Locale.ROOT);
        return beginning.isEmpty() ? noCondition() : MOBILE_WORKER.USERNAME.between(beginning, beginning + END);
    }

    /** Names of their roles, by their ids; by primary key. */
    Map<String, String> roleNames(Tx tx, ProjectId project, Collection<String> userIds) {
        return tx.sql()
                .select(MOBILE_WORKER.USER_ID, ROLE.NAME)
                .from(MOBILE_WORKER)
                .join(ROLE)
                .on(ROLE.PROJECT_ID.eq(MOBILE_WORKER.PROJECT_ID).and(ROLE.ROLE_ID.eq(MOBILE_WORKER.ROLE_ID)))
                .where(isOneOf(project, userIds))
                .fetchMap(MOBILE_WORKER.USER_ID, ROLE.NAME);
    }

    void setRole(Tx tx, ProjectId project, String userId, UUID roleId) {
        tx.sql()
                .update(MOBILE_WORKER)
                .set(MOBILE_WORKER.ROLE_ID, roleId)
                .where(isHer(project, userId))
                .execute();
    }

    /** Whoever is out needs no day on which to go. */
    Optional<MobileWorker> setActive(Tx tx, ProjectId project, String userId, boolean active) {
        var update = raised(tx).set(MOBILE_WORKER.ACTIVE, active);
        return changed(active ? update : update.setNull(MOBILE_WORKER.DEACTIVATE_AFTER), project, userId);
    }

    /**
     * Those whose day has come, kept from others until the end of the transaction; by mobile_worker_due.
     *
     * @param most of them at once
     */
    List<MobileWorker> lockDue(Tx tx, ProjectId project, LocalDate today, int most) {
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.DEACTIVATE_AFTER.le(today))
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .orderBy(MOBILE_WORKER.DEACTIVATE_AFTER, MOBILE_WORKER.USER_ID)
                .limit(most)
                .forUpdate()
                .fetch(MobileWorkerStore::worker);
    }

    Optional<MobileWorker> setDemo(Tx tx, ProjectId project, String userId, boolean demo) {
        return changed(tx.sql().update(MOBILE_WORKER).set(MOBILE_WORKER.IS_DEMO, demo), project, userId);
    }

    /** Also ends a lock: the old password that somebody tried no longer matters. */
    Optional<MobileWorker> setPassword(Tx tx, ProjectId project, String userId, String passwordHash) {
        return changed(
                raised(tx)
                        .set(MOBILE_WORKER.PASSWORD_HASH, passwordHash)
                        .set(MOBILE_WORKER.CONFIRMED, true)
                        .set(MOBILE_WORKER.FAILED_SIGN_INS, 0)
                        .set(MOBILE_WORKER.LOCK_OUTS, 0)
                        .setNull(MOBILE_WORKER.LOCKED_UNTIL),
                project,
                userId);
    }

    /** Ends the lock of wrong passwords. */
    Optional<MobileWorker> unlock(Tx tx, ProjectId project, String userId) {
        return changed(
                tx.sql()
                        .update(MOBILE_WORKER)
                        .set(MOBILE_WORKER.FAILED_SIGN_INS, 0)
                        .set(MOBILE_WORKER.LOCK_OUTS, 0)
                        .setNull(MOBILE_WORKER.LOCKED_UNTIL),
                project,
                userId);
    }

    /** Nothing of it concerns signing in. */
    Optional<MobileWorker> setDetails(Tx tx, ProjectId project, String userId, WorkerDetails details) {
        return changed(
                tx.sql()
                        .update(MOBILE_WORKER)
                        .set(MOBILE_WORKER.FIRST_NAME, details.firstName())
                        .set(MOBILE_WORKER.LAST_NAME, details.lastName())
                        .set(MOBILE_WORKER.EMAIL, details.email())
                        .set(MOBILE_WORKER.LANGUAGE, details.language())
                        .set(MOBILE_WORKER.PHONE_NUMBERS, details.phoneNumbers().toArray(String[]::new))
                        .set(MOBILE_WORKER.USER_DATA, JSONB.valueOf(JSON.writeValueAsString(details.userData())))
                        .set(
                                MOBILE_WORKER.DEACTIVATE_AFTER,
                                details.deactivateAfter().orElse(null)),
                project,
                userId);
    }

    void setProfile(Tx tx, ProjectId project, String userId, Optional<UserDataProfile> profile) {
        tx.sql()
                .update(MOBILE_WORKER)
                .set(MOBILE_WORKER.PROFILE_ID, profileId(profile))
                .where(isHer(project, userId))
                .execute();
    }

    /** The account goes and its username is free; the password opens nothing, it only tells her phone why. */
    Optional<MobileWorker> retire(Tx tx, ProjectId project, String userId, Instant now) {
        return changed(
                raised(tx)
                        .set(MOBILE_WORKER.RETIRED_AT, now)
                        .set(MOBILE_WORKER.ACTIVE, false)
                        .setNull(MOBILE_WORKER.PROFILE_ID)
                        .setNull(MOBILE_WORKER.DEACTIVATE_AFTER),
                project,
                userId);
    }

    private static @Nullable UUID profileId(Optional<UserDataProfile> profile) {
        return profile.map(chosen -> UUID.fromString(chosen.profileId())).orElse(null);
    }

    private static UpdateSetMoreStep<MobileWorkerRecord> raised(Tx tx) {
        return tx.sql()
                .update(MOBILE_WORKER)
                .set(MOBILE_WORKER.CREDENTIAL_VERSION, MOBILE_WORKER.CREDENTIAL_VERSION.plus(1));
    }

    private static Optional<MobileWorker> changed(
            UpdateSetMoreStep<MobileWorkerRecord> update, ProjectId project, String userId) {
        return update.where(isHer(project, userId)).returning().fetchOptional(MobileWorkerStore::worker);
    }

    static MobileWorker worker(MobileWorkerRecord row) {
        return new MobileWorker(
                new ProjectId(row.getProjectId()),
                row.getUserId(),
                row.getUsername(),
                row.getFirstName(),
                row.getLastName(),
                row.getEmail(),
                row.getLanguage(),
                List.of(row.getPhoneNumbers()),
                JSON.readValue(row.getUserData().data(), TEXTS),
                row.getActive(),
                row.getRetiredAt() != null,
                row.getConfirmed(),
                row.getIsDemo(),
                Optional.ofNullable(row.getDeactivateAfter()),
                row.getCreatedAt());
    }
}
