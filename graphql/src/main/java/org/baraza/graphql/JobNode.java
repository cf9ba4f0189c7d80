// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.exchange.BulkAction;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobKind;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobState;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** Work that goes on behind. */
record JobNode(ProjectAccess access, Job job) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.JOB, access.projectName(), job.jobId()).text();
    }

    public String jobId() {
        return job.jobId();
    }

    public JobKind kind() {
        return job.kind();
    }

    public JobState state() {
        return job.state();
    }

    public @Nullable BulkAction action() {
        return switch (job.request()) {
            case JobRequest.Action asked -> asked.action();
            case JobRequest.CaseAction asked -> asked.action();
            default -> null;
        };
    }

    public boolean checkOnly() {
        return job.request().isRehearsal();
    }

    public Instant requestedAt() {
        return job.times().requestedAt();
    }

    public @Nullable Instant startedAt() {
        return job.times().startedAt().orElse(null);
    }

    public @Nullable Instant endedAt() {
        return job.times().endedAt().orElse(null);
    }

    public boolean cancelling() {
        return job.cancelling() && !job.state().isOver();
    }

    public @Nullable Integer total() {
        return job.progress().total().isPresent()
                ? (Integer) job.progress().total().getAsInt()
                : null;
    }

    public int done() {
        return job.progress().done();
    }

    public int failed() {
        return job.progress().failed();
    }

    public int created() {
        return job.progress().created();
    }

    public int updated() {
        return job.progress().updated();
    }

    public int unchanged() {
        return job.progress().unchanged();
    }

    public int deleted() {
        return job.progress().deleted();
    }

    public @Nullable String fileName() {
        return job.files().sourceName().orElse(null);
    }

    public @Nullable String filePath() {
        return job.resultPath(access.projectName()).orElse(null);
    }

    public Job.@Nullable Problem problem() {
        return job.problem().orElse(null);
    }
}
