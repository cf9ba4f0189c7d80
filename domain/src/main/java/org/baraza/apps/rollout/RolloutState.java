// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

/** Where a rollout stands. */
public sealed interface RolloutState {

    /** Those whom it is for get the version. */
    record Running() implements RolloutState {}

    /** Nobody gets it any more; whoever has it keeps it. */
    record Paused() implements RolloutState {}

    /** As paused, but by itself: too many phones that have the version report errors. */
    record Halted(String reason) implements RolloutState {}

    /** Everybody gets it: it was released. */
    record Completed() implements RolloutState {}

    /**
     * Everybody goes back.
     *
     * @param reissuedBuildId the version that has the old content under a higher number, because phones only go up
     */
    record RolledBack(String reissuedBuildId) implements RolloutState {}

    /** Whether it can still go on. */
    default boolean isOpen() {
        return this instanceof Running || this instanceof Paused || this instanceof Halted;
    }
}
