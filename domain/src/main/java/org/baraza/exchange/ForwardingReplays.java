// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.time.Instant;
import org.baraza.forwarding.Replays;
import org.baraza.identity.ProjectAccess;

/** Starts jobs that let a forwarder send again what changed in a stretch of time. Needs {@code edit_motech}. */
public final class ForwardingReplays {
    private final Jobs jobs;
    private final Replays replays;

    public ForwardingReplays(Jobs jobs, Replays replays) {
        this.jobs = jobs;
        this.replays = replays;
    }

    public Job start(ProjectAccess who, String forwarderId, Instant since, Instant until) {
        replays.check(who, forwarderId, since, until);
        return jobs.replay(who, new JobRequest.Replay(forwarderId, since, until));
    }
}
