// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.apps.rollout.Rollout;
import org.baraza.apps.rollout.RolloutState;
import org.baraza.apps.rollout.RolloutState.Completed;
import org.baraza.apps.rollout.RolloutState.Halted;
import org.baraza.apps.rollout.RolloutState.Paused;
import org.baraza.apps.rollout.RolloutState.RolledBack;
import org.baraza.apps.rollout.RolloutState.Running;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A rollout in the words of the schema. */
record RolloutNode(ProjectAccess access, Rollout rollout) implements InProject {
    public String rolloutId() {
        return rollout.rolloutId();
    }

    public String appId() {
        return rollout.appId();
    }

    public String buildId() {
        return rollout.release().buildId();
    }

    public int number() {
        return rollout.release().number();
    }

    public @Nullable String formerBuildId() {
        return rollout.formerBuildId().orElse(null);
    }

    public int percent() {
        return rollout.audience().percent();
    }

    public List<String> groupIds() {
        return rollout.audience().groupIds().stream().sorted().toList();
    }

    public List<String> locationIds() {
        return rollout.audience().locationIds().stream().sorted().toList();
    }

    public @Nullable Integer errorLimit() {
        return rollout.errorLimit().isEmpty() ? null : rollout.errorLimit().getAsInt();
    }

    public String state() {
        return switch (rollout.state()) {
            case Running _ -> "RUNNING";
            case Paused _ -> "PAUSED";
            case Halted _ -> "HALTED";
            case Completed _ -> "COMPLETED";
            case RolledBack _ -> "ROLLED_BACK";
        };
    }

    public @Nullable String haltReason() {
        return rollout.state() instanceof RolloutState.Halted(String reason) ? reason : null;
    }

    public @Nullable String reissuedBuildId() {
        return rollout.state() instanceof RolloutState.RolledBack(String buildId) ? buildId : null;
    }

    public Instant startedAt() {
        return rollout.startedAt();
    }

    public String startedBy() {
        return rollout.startedBy();
    }

    public Instant changedAt() {
        return rollout.changedAt();
    }
}
