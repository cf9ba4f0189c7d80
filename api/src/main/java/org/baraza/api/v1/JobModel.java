// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.time.ZoneOffset;
import org.baraza.exchange.Job;
import org.baraza.exchange.Progress;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.model.ProjectJob;
import org.baraza.openapi.model.ProjectJobProblem;
import org.baraza.openapi.model.ProjectJobState;
import org.springframework.http.ResponseEntity;

/** Jobs in the words of the document. */
final class JobModel {
    private JobModel() {}

    /** Tells whoever started it where to follow it. */
    static ResponseEntity<ProjectJob> accepted(ProjectAccess as, Job job) {
        return ResponseEntity.accepted().location(URI.create(path(as, job))).body(of(as, job));
    }

    static String path(ProjectAccess as, Job job) {
        return "/api/v1/projects/" + as.projectName() + "/jobs/" + job.jobId();
    }

    static ProjectJob of(ProjectAccess as, Job job) {
        Progress progress = job.progress();
        return new ProjectJob()
                .id(job.jobId())
                .kind(job.kind().name())
                .state(ProjectJobState.valueOf(job.state().name()))
                .requestedBy(job.requestedBy().userId())
                .requestedAt(job.times().requestedAt().atOffset(ZoneOffset.UTC))
                .startedAt(Wanted.orNull(job.times().startedAt()))
                .endedAt(Wanted.orNull(job.times().endedAt()))
                .checkOnly(job.request().isRehearsal())
                .total(progress.total().isPresent() ? progress.total().getAsInt() : null)
                .done(progress.done())
                .failed(progress.failed())
                .created(progress.created())
                .updated(progress.updated())
                .unchanged(progress.unchanged())
                .deleted(progress.deleted())
                .filePath(job.files()
                        .resultKey()
                        .map(_ -> path(as, job) + "/file")
                        .orElse(null))
                .problem(job.problem()
                        .map(problem -> new ProjectJobProblem(problem.code(), problem.message()))
                        .orElse(null));
    }
}
