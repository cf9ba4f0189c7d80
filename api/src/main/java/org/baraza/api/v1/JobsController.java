// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobQuery;
import org.baraza.exchange.JobState;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.JobsApi;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.openapi.model.ProjectJobError;
import org.baraza.openapi.model.ProjectJobErrorPage;
import org.baraza.openapi.model.ProjectJobPage;
import org.baraza.openapi.model.ProjectJobState;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
        @Nullable String next = Wanted.next(page, Job::cursor);
        return Paged.answer(
                new ProjectJobPage(page.items().stream()
                                .map(job -> JobModel.of(as, job))
                                .toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<ProjectJob> readProjectJob(String project, String jobId, @Nullable String ifNoneMatch) {
        ProjectAccess as = asking.access();
        return Etag.answer(JobModel.of(as, one(as, jobId)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<ProjectJobErrorPage> listProjectJobErrors(
            String project, String jobId, @Nullable String after, Integer limit) {
        ProjectAccess as = asking.access();
        var page = Optional.ofNullable(jobs.errors(as, List.of(jobId), Wanted.page(after, limit))
                        .get(jobId))
                .orElseThrow(JobsController::nothing);
        @Nullable String next = Wanted.next(page, JobError::cursor);
        return Paged.answer(
                new ProjectJobErrorPage(
                                page.items().stream().map(JobsController::model).toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<ProjectJob> cancelProjectJob(String project, String jobId, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        return Etag.answer(JobModel.of(as, jobs.cancel(as, jobId)));
    }

    @Override
    public ResponseEntity<Resource> readProjectJobFile(String project, String jobId) {
        ProjectAccess as = asking.access();
        Job job = one(as, jobId);
        String name = as.projectName() + "-" + job.files().resultName().orElse("file.xlsx");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ExportFormat.contentTypeOf(name)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content(as, job)));
    }

    /** Closed by whoever writes the answer. */
    private InputStream content(ProjectAccess as, Job job) {
        try {
            return jobs.result(as, job).orElseThrow(() -> new Refused(new Problem.NotFound("file")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Job one(ProjectAccess as, String jobId) {
        return jobs.find(as, jobId).orElseThrow(JobsController::nothing);
    }

    private static Refused nothing() {
        return new Refused(new Problem.NotFound("job"));
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
