// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.BulkAction;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Progress;
import org.baraza.exchange.work.Selection;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a bulk form action stands, as CommCare HQ tells it. */
record FormBulkStatus(Jobs jobs, ProjectAccess who, Job job) {
    private static final int AT_ONCE = 1_000;

    ObjectNode json() {
        Progress progress = job.progress();
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", job.jobId())
                .put("action", action() == BulkAction.ARCHIVE_FORMS ? "archive" : "unarchive")
                .put("status", status())
                .put("requested_by", job.requestedBy().username())
                .put("requested", requested())
                .put("processed", progress.done())
                .put("succeeded", progress.done() - progress.failed());
        ObjectNode skipped = json.putObject("skipped");
        skipped().forEach((reason, ids) -> ids.forEach(skipped.withArray(reason)::add));
        return json.put("created_at", Timestamps.format(job.times().requestedAt()))
                .put("started_at", moment(job.times().startedAt()))
                .put("completed_at", moment(job.times().endedAt()));
    }

    private BulkAction action() {
        return job.request() instanceof JobRequest.Action action ? action.action() : BulkAction.ARCHIVE_FORMS;
    }

    private String status() {
        return switch (job.state()) {
            case QUEUED -> "pending";
            case RUNNING -> "running";
            case DONE -> "complete";
            case FAILED, CANCELLED -> "failed";
        };
    }

    private int requested() {
        return job.request() instanceof JobRequest.Action action && action.selection() instanceof Selection.Ids(var ids)
                ? ids.size()
                : job.progress().total().orElse(0);
    }

    /** What was left as it was, by the reason why. */
    private Map<String, List<String>> skipped() {
        Map<String, List<String>> skipped = new LinkedHashMap<>();
        if (job.progress().failed() == 0) {
            return skipped;
        }
        String after = "";
        while (true) {
            Page<JobError> page = jobs.errors(who, List.of(job.jobId()), new PageRequest(AT_ONCE, after, false))
                    .getOrDefault(job.jobId(), new Page<>(List.of(), false, java.util.OptionalLong.empty()));
            for (JobError error : page.items()) {
                String reason = error.fault().code().equals("NOT_FOUND") ? "not_found" : "unexpected_error";
                skipped.computeIfAbsent(reason, _ -> new ArrayList<>())
                        .add(error.place().subject());
            }
            if (!page.more()) {
                return skipped;
            }
            after = page.items().getLast().cursor();
        }
    }

    private static @Nullable String moment(Optional<Instant> moment) {
        return moment.map(Timestamps::format).orElse(null);
    }
}
