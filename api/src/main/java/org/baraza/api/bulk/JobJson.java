// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import org.baraza.exchange.Job;
import org.baraza.exchange.Progress;
import org.baraza.identity.ProjectAccess;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A job as programs read it. */
final class JobJson {
    private JobJson() {}

    static ObjectNode of(ProjectAccess who, Job job) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("jobId", job.jobId())
                .put("kind", job.kind().name())
                .put("state", job.state().name())
                .put("checkOnly", job.request().isRehearsal());
        Progress progress = job.progress();
        if (progress.total().isPresent()) {
            json.put("total", progress.total().getAsInt());
        } else {
            json.putNull("total");
        }
        json.put("done", progress.done())
                .put("failed", progress.failed())
                .put("created", progress.created())
                .put("updated", progress.updated())
                .put("unchanged", progress.unchanged())
                .put("deleted", progress.deleted())
                .put("filePath", job.resultPath(who.projectName()).orElse(null));
        job.problem()
                .ifPresentOrElse(
                        problem -> json.putObject("problem")
                                .put("code", problem.code())
                                .put("message", problem.message()),
                        () -> json.putNull("problem"));
        return json;
    }
}
