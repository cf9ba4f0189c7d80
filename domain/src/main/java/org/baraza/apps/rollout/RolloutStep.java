// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

/** What can be done with a rollout. */
public sealed interface RolloutStep {

    /** More get the version. */
    record Widen(Audience audience) implements RolloutStep {}

    /** Nobody else gets it for now. */
    record Pause() implements RolloutStep {}

    /** It goes on; after it halted by itself, without a limit of errors. */
    record Resume() implements RolloutStep {}

    /** The server stops it. */
    record Halt(String reason) implements RolloutStep {}

    /** All get it. */
    record Complete() implements RolloutStep {}

    /** All go back. */
    record RollBack(String reissuedBuildId) implements RolloutStep {}

    /** Its name in the audit log. */
    default String word() {
        return switch (this) {
            case Widen _ -> "widened";
            case Pause _ -> "paused";
            case Resume _ -> "resumed";
            case Halt _ -> "halted";
            case Complete _ -> "completed";
            case RollBack _ -> "rolled_back";
        };
    }
}
