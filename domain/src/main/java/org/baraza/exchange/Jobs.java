// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.caseactions.CaseDeed;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.work.Selection;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The jobs of a project: started, followed and ended. Needs the permissions of the {@link JobKind}; a job of a kind that
 * somebody may not start is nothing to her. Runs in the scope of the project whose access it is given.
 */
public final class Jobs implements BlobReferences {
    /** Name of the work in the queue. */
    public static final String TASK = "exchange.job";

    private static final int MOST_IDS = 10_000;
    private static final int MOST_WAITING = 20;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration RESULT_KEPT = Duration.ofDays(7);

    private final Transactions transactions;
    private final TaskQueue queue;
    private final ChangeLog changes;
    private final BlobStore blobs;
    private final Audit audit;
    private final Clock clock;
    private final JobStore store = new JobStore();

    public Jobs(
            Transactions transactions, TaskQueue queue, ChangeLog changes, BlobStore blobs, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.changes = changes;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses whoever may not start work of the kind, before she sends a file for it. */
    public void mayUpload(ProjectAccess who, Workbook workbook) {
        requireWebUser(who);
        JobKind.upload(workbook).require(who);
    }

    /** Starts to do what a workbook says that lies in the blob store. */
    public Job upload(ProjectAccess who, JobRequest.Upload wanted, JobFile source) {
        return start(who, wanted, Optional.of(source));
    }

    /** Starts to import cases from a table that lies in the blob store. Mobile workers may, too. */
    Job importCases(ProjectAccess who, ImportPlan plan, JobFile source) {
        return start(who, new JobRequest.CaseImport(plan), Optional.of(source));
    }

    /** Starts to write a workbook. */
    public Job download(ProjectAccess who, JobRequest.Download wanted) {
        return start(who, wanted, Optional.empty());
    }

    /** Starts to write a file of forms or cases; whether she may use the export is known. */
    public Job export(ProjectAccess who, JobRequest.Export wanted) {
        return start(who, wanted, Optional.empty());
    }

    /** Starts to gather the files of forms; whether she may use the export is known. */
    Job export(ProjectAccess who, JobRequest.ExportMedia wanted) {
        return start(who, wanted, Optional.empty());
    }

    /** Starts to write a workbook of several exports; whether she may use each of them is known. */
    Job export(ProjectAccess who, JobRequest.ExportBook wanted) {
        return start(who, wanted, Optional.empty());
    }

    /** Starts to do something to many. */
    public Job act(ProjectAccess who, JobRequest.Action wanted) {
        wanted.kind().require(who);
        if (wanted.kind() == JobKind.FORMS_ACTION) {
            // Whatever a form did to cases of other locations would be undone, too.
            who.require(Permission.ACCESS_ALL_LOCATIONS);
        }
        refuseManyIds(wanted.selection());
        if (wanted.action().needsLocation() == wanted.locationId().isEmpty()) {
            throw new Refused(Problem.Invalid.field(
                    "locationId", "LOCATION_EXPECTED", "A location is named to assign people to it, and only then."));
        }
        if (wanted.action().needsGroup() == wanted.groupId().isEmpty()) {
            throw new Refused(Problem.Invalid.field(
                    "groupId", "GROUP_EXPECTED", "A group is named to put people into it or to take them out."));
        }
        return start(who, wanted, Optional.empty());
    }

    /** Starts to do something to many cases. */
    public Job act(ProjectAccess who, JobRequest.CaseAction wanted) {
        wanted.kind().require(who);
        refuseManyIds(wanted.selection());
        if (wanted.deed() instanceof CaseDeed.Edit edit) {
            edit.check();
        }
        return start(who, wanted.inOrder(), Optional.empty());
    }

    private static void refuseManyIds(Selection selection) {
        if (selection instanceof Selection.Ids(List<String> ids) && ids.size() > MOST_IDS) {
            throw new Refused(Problem.Invalid.field("ids", "TOO_MANY_IDS", "At most 10000 ids; else use a filter."));
        }
    }

    /** Starts to let a forwarder send again what changed in a stretch of time. */
    public Job replay(ProjectAccess who, JobRequest.Replay wanted) {
        return start(who, wanted, Optional.empty());
    }

    private Job start(ProjectAccess who, JobRequest request, Optional<JobFile> source) {
        if (request.kind() != JobKind.CASE_IMPORT) {
            requireWebUser(who);
        }
        request.kind().require(who);
        Instant now = clock.instant();
        return transactions.write(tx -> {
            refuseMore(tx);
            store.forget(tx, now.minus(KEPT), now.minus(RESULT_KEPT));
            Job job = store.insert(tx, who, request, source, now);
            queue.add(tx, TASK, job.jobId(), now);
            announce(tx, job);
            record(tx, who, "job.started", job);
            return job;
        });
    }

    private void refuseMore(Tx tx) {
        if (store.waiting(tx, MOST_WAITING) == MOST_WAITING) {
            throw new Refused(new Problem.Conflict("TOO_MANY_JOBS", "Too many jobs are waiting in this project."));
        }
    }

    /** A job acts as who asked for it; mobile workers have no part in bulk work but that of CommCare HQ's importer. */
    private static void requireWebUser(ProjectAccess who) {
        if (!(who.actor() instanceof Actor.WebUser)) {
            throw new Refused(new Problem.Forbidden("web_user"));
        }
    }

    /** Refuses who may start no kind of job, so that there is nothing for her to follow. */
    public static void requireAny(ProjectAccess who) {
        if (JobKind.openTo(who).isEmpty()) {
            JobKind.MOBILE_WORKERS_UPLOAD.require(who);
        }
    }

    /** Newest first, of the kinds that she may start. */
    public Page<Job> list(ProjectAccess who, JobQuery query) {
        return transactions.read(tx -> store.page(tx, JobSight.of(who), query));
    }

    public Optional<Job> find(ProjectAccess who, String jobId) {
        return Optional.ofNullable(find(who, List.of(jobId)).get(jobId));
    }

    /** Those of the ids that are jobs of kinds that she may start. */
    public Map<String, Job> find(ProjectAccess who, Collection<String> jobIds) {
        return transactions.read(tx -> store.find(tx, JobSight.of(who), jobIds));
    }

    /** A page of the errors of each of the jobs, in the order of the work. */
    public Map<String, Page<JobError>> errors(ProjectAccess who, Collection<String> jobIds, PageRequest page) {
        return transactions.read(tx -> {
            Map<String, Page<JobError>> pages = new LinkedHashMap<>();
            store.find(tx, JobSight.of(who), jobIds).keySet().forEach(id -> pages.put(id, store.errors(tx, id, page)));
            return pages;
        });
    }

    /** The workbook that came of a job; empty while there is none, or none any more. */
    public Optional<InputStream> result(ProjectAccess who, Job job) throws IOException {
        job.kind().require(who);
        Optional<String> key = job.files().resultKey();
        return key.isEmpty() ? Optional.empty() : blobs.open(who.project(), key.get());
    }

    /** Ends a job between two rows, at once when it has not begun. */
    public Job cancel(ProjectAccess who, String jobId) {
        Job ended = cancelled(who, jobId);
        ended.files().sourceKey().filter(_ -> ended.state() == JobState.QUEUED).ifPresent(key -> discard(who, key));
        return find(who, jobId).orElse(ended);
    }

    /** A workbook may hold passwords. */
    private void discard(ProjectAccess who, String key) {
        try {
            blobs.delete(who.project(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the job as it was. */
    private Job cancelled(ProjectAccess who, String jobId) {
        return transactions.write(tx -> {
            Job job =
                    store.lock(tx, JobSight.of(who), jobId).orElseThrow(() -> new Refused(new Problem.NotFound("job")));
            if (job.state().isOver()) {
                throw new Refused(new Problem.Conflict("JOB_OVER", "The job has come to its end already."));
            }
            store.cancel(tx, job, clock.instant());
            announce(tx, job);
            record(tx, who, "job.cancelled", job);
            return job;
        });
    }

    private void announce(Tx tx, Job job) {
        changes.append(tx, List.of(Change.ofJob(job.jobId())));
    }

    private void record(Tx tx, ProjectAccess who, String action, Job job) {
        AuditEntry entry = AuditEntry.of(action, "job", job.jobId())
                .with("kind", job.kind().wireName());
        for (Map.Entry<String, String> told : job.request().told().entrySet()) {
            entry = entry.with(told.getKey(), told.getValue());
        }
        audit.record(tx, who, entry);
    }

    @Override
    public Collection<String> referred(Tx tx, Collection<String> keys) {
        return store.referred(tx, keys);
    }
}
