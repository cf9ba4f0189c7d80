// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import static org.baraza.persistence.schema.exchange.Tables.JOB;
import static org.baraza.persistence.schema.exchange.Tables.JOB_ERROR;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowIds;
import org.baraza.exchange.work.RowPlace;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.exchange.tables.records.JobRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jobs by primary key; their ids grow with time. */
final class JobStore {
    /** What a release before this one wrote says nothing of what nobody could ask for then. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Job insert(Tx tx, ProjectAccess who, JobRequest request, Optional<JobFile> source, Instant now) {
        return tx.sql()
                .insertInto(JOB)
                .set(JOB.PROJECT_ID, who.project().value())
                .set(JOB.KIND, request.kind().wireName())
                .set(JOB.STATE, JobState.QUEUED.wireName())
                .set(JOB.REQUEST, JSONB.valueOf(JSON.writerFor(JobRequest.class).writeValueAsString(request)))
                .set(JOB.REQUESTED_BY, who.actor().userId())
                .set(JOB.REQUESTED_BY_NAME, who.actor().username())
                .set(JOB.REQUESTED_BY_WORKER, who.actor() instanceof Actor.MobileWorker)
                .set(JOB.REQUESTED_ROLE, role(who.actor()))
                .set(JOB.REQUESTED_AT, now)
                .set(JOB.SOURCE_KEY, source.map(JobFile::key).orElse(null))
                .set(JOB.SOURCE_NAME, source.map(JobFile::name).orElse(null))
                .returning()
                .fetchSingle(JobStore::job);
    }

    /** How many of the project wait, as far as the limit. */
    int waiting(Tx tx, int most) {
        return tx.sql()
                .fetchCount(tx.sql()
                        .selectOne()
                        .from(JOB)
                        .where(JOB.STATE.eq(JobState.QUEUED.wireName()))
                        .limit(most));
    }

    Page<Job> page(Tx tx, JobSight sight, JobQuery query) {
        PageRequest page = query.page();
        Condition wanted = isSeen(sight)
                .and(query.state().map(state -> JOB.STATE.eq(state.wireName())).orElseGet(() -> noCondition()));
        List<Job> rows = tx.sql()
                .selectFrom(JOB)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(JOB.JOB_ID.desc())
                .limit(page.first() + 1)
                .fetch(JobStore::job);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(JOB, wanted));
    }

    private static Condition isSeen(JobSight sight) {
        return JOB.KIND
                .in(JobKind.wireNames(sight.kinds()))
                .and(JOB.KIND
                        .notIn(JobKind.wireNames(sight.personal()))
                        .or(JOB.REQUESTED_BY
                                .eq(sight.userId())
                                .and(sight.asRole().map(JOB.REQUESTED_ROLE::eq).orElseGet(() -> noCondition()))));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        return JOB.JOB_ID.lt(
                RowIds.read(Cursor.read(after, Job.LIST, 1).text(0)).orElse(new UUID(0, 0)));
    }

    Map<String, Job> find(Tx tx, JobSight sight, Collection<String> jobIds) {
        Map<String, Job> found = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(JOB)
                .where(JOB.JOB_ID.in(jobIds.stream()
                        .flatMap(text -> RowIds.read(text).stream())
                        .toList()))
                .and(isSeen(sight))
                .fetch(JobStore::job)
                .forEach(job -> found.put(job.jobId(), job));
        return found;
    }

    /** A job that waits although there is room for it, because another of its kind runs that is to run alone. */
    Optional<Job> behindAnother(Tx tx, String jobId) {
        return RowIds.read(jobId)
                .flatMap(id -> tx.sql()
                        .selectFrom(JOB)
                        .where(JOB.JOB_ID.eq(id))
                        .and(JOB.STATE.eq(JobState.QUEUED.wireName()))
                        .fetchOptional(JobStore::job))
                .filter(job -> job.kind().runsAlone()
                        && tx.sql()
                                .fetchExists(tx.sql()
                                        .selectOne()
                                        .from(JOB)
                                        .where(JOB.STATE.eq(JobState.RUNNING.wireName()))
                                        .and(JOB.KIND.eq(job.kind().wireName()))));
    }

    /** Begins the job on this node, and takes it from any other; empty when it is over or was never there. */
    Optional<Job> begin(Tx tx, String jobId, Instant now) {
        return RowIds.read(jobId)
                .flatMap(id -> tx.sql()
                        .update(JOB)
                        .set(JOB.STATE, JobState.RUNNING.wireName())
                        .set(JOB.STARTED_AT, coalesce(JOB.STARTED_AT, val(now)))
                        .set(JOB.RUN, JOB.RUN.plus(1))
                        .set(JOB.FRUITLESS, JOB.FRUITLESS.plus(1))
                        .where(JOB.JOB_ID.eq(id))
                        .and(JOB.STATE.in(JobState.QUEUED.wireName(), JobState.RUNNING.wireName()))
                        .returning()
                        .fetchOptional(JobStore::job));
    }

    /** Keeps the job for this transaction; false when another run has taken it, or it is over. */
    boolean hold(Tx tx, Job job) {
        return tx.sql()
                .selectOne()
                .from(JOB)
                .where(isIn(job))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private static Condition isIn(Job job) {
        return JOB.JOB_ID
                .eq(UUID.fromString(job.jobId()))
                .and(JOB.RUN.eq(job.run()))
                .and(JOB.STATE.eq(JobState.RUNNING.wireName()));
    }

    /** Whether somebody asked for its end. */
    boolean isCancelling(Tx tx, Job job) {
        return tx.sql()
                .fetchExists(tx.sql().selectOne().from(JOB).where(isIn(job)).and(JOB.CANCELLING));
    }

    /**
     * Says how far it has come.
     *
     * @param lasts whether it goes on from there when it is begun again, so that this beginning was not fruitless
     */
    void setProgress(Tx tx, Job job, Progress progress, boolean lasts) {
        tx.sql()
                .update(JOB)
                .set(
                        JOB.TOTAL,
                        progress.total().isPresent()
                                ? (Integer) progress.total().getAsInt()
                                : null)
                .set(JOB.DONE, progress.done())
                .set(JOB.FAILED, progress.failed())
                .set(JOB.CREATED, progress.created())
                .set(JOB.UPDATED, progress.updated())
                .set(JOB.UNCHANGED, progress.unchanged())
                .set(JOB.DELETED, progress.deleted())
                .set(JOB.FRUITLESS, lasts ? val(0) : JOB.FRUITLESS)
                .where(isIn(job))
                .execute();
    }

    /** Keeps what it is to work on. */
    void setSource(Tx tx, Job job, String key) {
        tx.sql().update(JOB).set(JOB.SOURCE_KEY, key).where(isIn(job)).execute();
    }

    void end(Tx tx, Job job, JobEnd end, Instant now) {
        tx.sql()
                .update(JOB)
                .set(JOB.STATE, end.state().wireName())
                .set(JOB.ENDED_AT, now)
                .setNull(JOB.SOURCE_KEY)
                .set(JOB.RESULT_KEY, end.result().map(JobFile::key).orElse(null))
                .set(JOB.RESULT_NAME, end.result().map(JobFile::name).orElse(null))
                .set(JOB.PROBLEM_CODE, end.problem().map(Job.Problem::code).orElse(null))
                .set(
                        JOB.PROBLEM_MESSAGE,
                        end.problem().map(Job.Problem::message).orElse(null))
                .where(isIn(job))
                .execute();
    }

    /** Ends what waits; asks what runs to come to its end. */
    void cancel(Tx tx, Job job, Instant now) {
        boolean waits = job.state() == JobState.QUEUED;
        tx.sql()
                .update(JOB)
                .set(JOB.CANCELLING, true)
                .set(
                        JOB.STATE,
                        waits ? JobState.CANCELLED.wireName() : job.state().wireName())
                .set(JOB.ENDED_AT, waits ? now : null)
                .set(JOB.SOURCE_KEY, waits ? inline((String) null) : JOB.SOURCE_KEY)
                .where(JOB.JOB_ID.eq(UUID.fromString(job.jobId())))
                .execute();
    }

    Optional<Job> lock(Tx tx, JobSight sight, String jobId) {
        return RowIds.read(jobId)
                .flatMap(id -> tx.sql()
                        .selectFrom(JOB)
                        .where(JOB.JOB_ID.eq(id))
                        .and(isSeen(sight))
                        .forUpdate()
                        .fetchOptional(JobStore::job));
    }

    void addErrors(Tx tx, Job job, List<JobError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        UUID project = ProjectScope.current().value();
        UUID id = UUID.fromString(job.jobId());
        var insert = tx.sql()
                .insertInto(
                        JOB_ERROR,
                        JOB_ERROR.PROJECT_ID,
                        JOB_ERROR.JOB_ID,
                        JOB_ERROR.ERROR_NO,
                        JOB_ERROR.SHEET,
                        JOB_ERROR.ROW_NO,
                        JOB_ERROR.COLUMN_NAME,
                        JOB_ERROR.CODE,
                        JOB_ERROR.MESSAGE,
                        JOB_ERROR.SUBJECT);
        for (JobError error : errors) {
            Outcome.Fault fault = error.fault();
            insert = insert.values(
                    project,
                    id,
                    error.number(),
                    error.place().sheet(),
                    error.place().row(),
                    fault.column().isEmpty() ? null : fault.column(),
                    fault.code(),
                    fault.message(),
                    error.place().subject());
        }
        insert.execute();
    }

    /** For a job that begins anew. */
    void clearErrors(Tx tx, Job job) {
        tx.sql()
                .deleteFrom(JOB_ERROR)
                .where(JOB_ERROR.JOB_ID.eq(UUID.fromString(job.jobId())))
                .execute();
    }

    int lastError(Tx tx, Job job) {
        return tx.sql()
                .select(coalesce(org.jooq.impl.DSL.max(JOB_ERROR.ERROR_NO), inline(0)))
                .from(JOB_ERROR)
                .where(JOB_ERROR.JOB_ID.eq(UUID.fromString(job.jobId())))
                .fetchSingle()
                .value1();
    }

    Page<JobError> errors(Tx tx, String jobId, PageRequest page) {
        Condition ofJob = JOB_ERROR.JOB_ID.eq(RowIds.read(jobId).orElse(new UUID(0, 0)));
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : JOB_ERROR.ERROR_NO.gt(
                        Cursor.read(page.after(), JobError.LIST, 1).number(0));
        List<JobError> rows = tx.sql()
                .selectFrom(JOB_ERROR)
                .where(ofJob)
                .and(behind)
                .orderBy(JOB_ERROR.ERROR_NO)
                .limit(page.first() + 1)
                .fetch(row -> new JobError(
                        row.getErrorNo(),
                        new RowPlace(row.getSheet(), row.getRowNo(), row.getSubject()),
                        new Outcome.Fault(
                                row.getColumnName() == null ? "" : row.getColumnName(),
                                row.getCode(),
                                row.getMessage())));
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(JOB_ERROR, ofJob));
    }

    /** Those of the keys that a job still needs; indexes job_by_source and job_by_result. */
    Set<String> referred(Tx tx, Collection<String> keys) {
        Set<String> referred = new HashSet<>(tx.sql()
                .select(JOB.SOURCE_KEY)
                .from(JOB)
                .where(JOB.SOURCE_KEY.in(keys))
                .fetch(JOB.SOURCE_KEY));
        referred.addAll(tx.sql()
                .select(JOB.RESULT_KEY)
                .from(JOB)
                .where(JOB.RESULT_KEY.in(keys))
                .fetch(JOB.RESULT_KEY));
        return referred;
    }

    /** Forgets jobs that ended long ago, and what came of younger ones; whoever sweeps the blobs finds those. */
    void forget(Tx tx, Instant jobsBefore, Instant resultsBefore) {
        tx.sql()
                .deleteFrom(JOB)
                .where(JOB.ENDED_AT.lt(jobsBefore))
                .and(JOB.RESULT_KEY.isNull())
                .execute();
        tx.sql()
                .update(JOB)
                .setNull(JOB.RESULT_KEY)
                .where(JOB.RESULT_KEY.isNotNull())
                .and(JOB.ENDED_AT.lt(resultsBefore))
                .execute();
    }

    private static Job job(JobRecord row) {
        return new Job(
                row.getJobId().toString(),
                JSON.readValue(row.getRequest().data(), JobRequest.class),
                JobState.ofWireName(row.getState()),
                requestedBy(row, new ProjectId(row.getProjectId())),
                new Job.Times(row.getRequestedAt(), maybe(row.getStartedAt()), maybe(row.getEndedAt())),
                row.getRun(),
                row.getFruitless(),
                row.getCancelling(),
                new Progress(
                        row.getTotal() == null ? OptionalInt.empty() : OptionalInt.of(row.getTotal()),
                        row.getDone(),
                        row.getFailed(),
                        row.getCreated(),
                        row.getUpdated(),
                        row.getUnchanged(),
                        row.getDeleted()),
                new Job.Files(
                        maybe(row.getSourceKey()),
                        maybe(row.getSourceName()),
                        maybe(row.getResultKey()),
                        maybe(row.getResultName())),
                maybe(row.getProblemCode())
                        .map(code -> new Job.Problem(
                                code, maybe(row.getProblemMessage()).orElse(""))));
    }

    /** As in the request that made it: here she reaches this project and no other, within her role or that of her key. */
    private static Actor requestedBy(JobRecord row, ProjectId project) {
        return row.getRequestedByWorker()
                ? new Actor.MobileWorker(row.getRequestedBy(), row.getRequestedByName(), project)
                : new Actor.WebUser(
                        row.getRequestedBy(),
                        row.getRequestedByName(),
                        false,
                        Optional.of(project),
                        maybe(row.getRequestedRole()));
    }

    private static @Nullable UUID role(Actor actor) {
        return actor instanceof Actor.WebUser user ? user.asRole().orElse(null) : null;
    }

    private static <T> Optional<T> maybe(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
