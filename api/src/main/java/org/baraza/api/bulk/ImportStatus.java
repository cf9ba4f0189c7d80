// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobState;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Progress;
import org.baraza.exchange.imports.ImportWork;
import org.baraza.exchange.imports.RowTrouble;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How an import stands, as CommCare HQ tells it. */
record ImportStatus(Jobs jobs, ProjectAccess who, Job job) {
    private static final int MISSING = -1;
    private static final int WAITS = 0;
    private static final int RUNS = 1;
    private static final int DONE = 2;
    private static final int FAILED = 3;
    private static final int WHOLE = 100;
    private static final int AT_ONCE = 1_000;

    /** Rows with the same trouble, which are told of together. */
    private record Kind(String code, String message, String column) {}

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("state", state());
        json.putObject("progress").put("percent", percent());
        if (job.state().isOver()) {
            result(json.putObject("result"));
        } else {
            json.putNull("result");
        }
        return json;
    }

    /** Of an upload that there is not, or not any more. */
    static ObjectNode missing() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("state", MISSING);
        json.putObject("progress").put("percent", 0);
        return json.putNull("result");
    }

    private int state() {
        return switch (job.state()) {
            case QUEUED -> WAITS;
            case RUNNING -> RUNS;
            case DONE -> DONE;
            case FAILED, CANCELLED -> FAILED;
        };
    }

    private int percent() {
        int total = Math.max(1, job.progress().total().orElse(1));
        return job.state() == JobState.DONE ? WHOLE : WHOLE * job.progress().done() / total;
    }

    private void result(ObjectNode json) {
        Progress progress = job.progress();
        json.put("match_count", progress.updated())
                .put("created_count", progress.created())
                .put("failed_count", progress.failed())
                .put("num_chunks", (progress.done() + ImportWork.AT_ONCE - 1) / ImportWork.AT_ONCE);
        ArrayNode errors = json.putArray("errors");
        job.problem().ifPresent(problem -> add(errors, "Import Error", problem.message(), "", List.of()));
        rows().forEach((kind, rows) -> add(
                errors,
                RowTrouble.ofCode(kind.code).map(RowTrouble::title).orElse("Import Error"),
                kind.message,
                kind.column,
                rows));
    }

    private Map<Kind, List<Integer>> rows() {
        Map<Kind, List<Integer>> rows = new LinkedHashMap<>();
        String after = "";
        boolean more = job.progress().failed() > 0;
        while (more) {
            Page<JobError> page = jobs.errors(who, List.of(job.jobId()), new PageRequest(AT_ONCE, after, false))
                    .getOrDefault(job.jobId(), new Page<>(List.of(), false, OptionalLong.empty()));
            page.items()
                    .forEach(error -> rows.computeIfAbsent(kind(error), _ -> new ArrayList<>())
                            .add(error.place().row()));
            more = page.more();
            after = more ? page.items().getLast().cursor() : after;
        }
        return rows;
    }

    private static Kind kind(JobError error) {
        return new Kind(
                error.fault().code(), error.fault().message(), error.fault().column());
    }

    private static void add(ArrayNode errors, String title, String description, String column, List<Integer> rows) {
        ObjectNode error = errors.addObject().put("title", title).put("description", description);
        if (column.isEmpty()) {
            error.putNull("column");
        } else {
            error.put("column", column);
        }
        rows.forEach(error.putArray("rows")::add);
    }
}
