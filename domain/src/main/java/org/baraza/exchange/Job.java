// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.time.Instant;
import java.util.Optional;
import org.baraza.identity.Actor;
import org.baraza.paging.Cursor;

/**
 * Work that goes on behind.
 *
 * @param requestedBy who asked for it, and as whom it works
 * @param run raised each time a node begins with it
 * @param fruitless beginnings since it last moved on
 * @param cancelling whether somebody asked for its end
 * @param problem why it failed as a whole; empty unless it did
 */
public record Job(
        String jobId,
        JobRequest request,
        JobState state,
        Actor requestedBy,
        Times times,
        int run,
        int fruitless,
        boolean cancelling,
        Progress progress,
        Files files,
        Optional<Problem> problem) {
    static final String LIST = "jobs";

    /** When things happened to it; empty until they did. */
    public record Times(Instant requestedAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {}

    /**
     * Its workbooks.
     *
     * @param sourceKey in the blob store, what it works on; empty when there is nothing, or nothing any more
     * @param sourceName as it was called by who sent it
     * @param resultKey in the blob store, what came of it
     */
    public record Files(
            Optional<String> sourceKey,
            Optional<String> sourceName,
            Optional<String> resultKey,
            Optional<String> resultName) {}

    /** Why it failed. */
    public record Problem(String code, String message) {}

    public JobKind kind() {
        return request.kind();
    }

    /** Where this server gives what came of it; empty while there is nothing. */
    public Optional<String> resultPath(String projectName) {
        return files.resultKey().map(_ -> "/a/" + projectName + "/bulk/jobs/" + jobId + "/file");
    }

    /** Its place among the jobs of its project. */
    public String cursor() {
        return Cursor.of(LIST, jobId);
    }
}
