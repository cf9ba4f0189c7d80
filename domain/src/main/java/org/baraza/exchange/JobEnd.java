// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;

/** How a job ended. */
record JobEnd(JobState state, Optional<JobFile> result, Optional<Job.Problem> problem) {

    static JobEnd done(Optional<JobFile> result) {
        return new JobEnd(JobState.DONE, result, Optional.empty());
    }

    static JobEnd cancelled(Optional<JobFile> result) {
        return new JobEnd(JobState.CANCELLED, result, Optional.empty());
    }

    static JobEnd failed(Optional<JobFile> result, String code, String message) {
        return new JobEnd(JobState.FAILED, result, Optional.of(new Job.Problem(code, message)));
    }
}
