// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobQuery;
import org.baraza.exchange.JobState;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Progress;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.JobsApi;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.openapi.model.ProjectJobError;
import org.baraza.openapi.model.ProjectJobErrorPage;
import org.baraza.openapi.model.ProjectJobPage;
import org.baraza.openapi.model.ProjectJobProblem;
import org.baraza.openapi.model.ProjectJobState;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Work that goes on behind. */
@RestController
final class JobsController implements JobsApi {
    private final Asking asking;
    private final Jobs jobs;

    JobsController(Asking asking, Jobs jobs) {
        this.asking = asking;
        this.jobs = jobs;
    }

    @Override
    public ResponseEntity<ProjectJobPage> listProjectJobs(
            String project, @Nullable String after, Integer limit, @Nullable ProjectJobState state) {
        ProjectAccess as = asking.access();
        Optional<JobState> wanted = Optional.ofNullable(state).map(one -> JobState.valueOf(one.name()));
        var page = jobs.list(as, new JobQuery(wanted, Wanted.page(after, limit)));
        return ResponseEntity.ok(new ProjectJobPage(
                        page.items().stream().map(job -> model(as, job)).toList())
                .next(Wanted.next(page, Job::cursor)));
    }

    @Override
    public ResponseEntity<ProjectJob> readProjectJob(String project, String jobId, @Nullable String ifNoneMatch) {
        ProjectAccess as = asking.access();
        return Etag.answer(model(as, one(as, jobId)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<ProjectJobErrorPage> listProjectJobErrors(
            String project, String jobId, @Nullable String after, Integer limit) {
        ProjectAccess as = asking.access();
        var page = Optional.ofNullable(jobs.errors(as, List.of(jobId), Wanted.page(after, limit))
                        .get(jobId))
                .orElseThrow(JobsController::nothing);
        return ResponseEntity.ok(new ProjectJobErrorPage(
                        page.items().stream().map(JobsController::model).toList())
                .next(Wanted.next(page, JobError::cursor)));
    }

    @Override
    public ResponseEntity<ProjectJob> cancelProjectJob(String project, String jobId, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        return Etag.answer(model(as, jobs.cancel(as, jobId)));
    }

    private Job one(ProjectAccess as, String jobId) {
        return jobs.find(as, jobId).orElseThrow(JobsController::nothing);
    }

    private static Refused nothing() {
        return new Refused(new Problem.NotFound("job"));
    }

    private static ProjectJob model(ProjectAccess as, Job job) {
        Progress progress = job.progress();
        return new ProjectJob()
                .id(job.jobId())
                .kind(job.kind().name())
                .state(ProjectJobState.valueOf(job.state().name()))
                .requestedBy(job.requestedBy().userId())
                .requestedAt(job.times().requestedAt().atOffset(ZoneOffset.UTC))
                .startedAt(time(job.times().startedAt()))
                .endedAt(time(job.times().endedAt()))
                .checkOnly(job.request().isRehearsal())
                .total(progress.total().isPresent() ? progress.total().getAsInt() : null)
                .done(progress.done())
                .failed(progress.failed())
                .created(progress.created())
                .updated(progress.updated())
                .unchanged(progress.unchanged())
                .deleted(progress.deleted())
                .filePath(job.resultPath(as.projectName()).orElse(null))
                .problem(job.problem()
                        .map(problem -> new ProjectJobProblem(problem.code(), problem.message()))
                        .orElse(null));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static ProjectJobError model(JobError error) {
        return new ProjectJobError()
                .number(error.number())
                .sheet(error.place().sheet())
                .row(error.place().row())
                .column(error.fault().column().isEmpty() ? null : error.fault().column())
                .code(error.fault().code())
                .message(error.fault().message())
                .subject(error.place().subject());
    }
}
