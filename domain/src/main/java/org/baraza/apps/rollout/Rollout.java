// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.baraza.apps.rollout.RolloutState.Completed;
import org.baraza.apps.rollout.RolloutState.Halted;
import org.baraza.apps.rollout.RolloutState.Paused;
import org.baraza.apps.rollout.RolloutState.RolledBack;
import org.baraza.apps.rollout.RolloutState.Running;
import org.baraza.apps.rollout.RolloutStep.Complete;
import org.baraza.apps.rollout.RolloutStep.Halt;
import org.baraza.apps.rollout.RolloutStep.Pause;
import org.baraza.apps.rollout.RolloutStep.Resume;
import org.baraza.apps.rollout.RolloutStep.RollBack;
import org.baraza.apps.rollout.RolloutStep.Widen;
import org.baraza.paging.Cursor;

/**
 * A version on its way to everybody.
 *
 * @param formerBuildId the latest release when it began; empty if nothing was released
 * @param errorLimit by how many percent more of the phones than with other versions may report errors; empty for any number
 */
public record Rollout(
        String rolloutId,
        String appId,
        Release release,
        Optional<String> formerBuildId,
        Audience audience,
        OptionalInt errorLimit,
        RolloutState state,
        Instant startedAt,
        String startedBy,
        Instant changedAt) {
    /** Names the list in cursors. */
    public static final String LIST = "rollouts";

    /** Its place in the list, the newest first. */
    public String cursor() {
        return Cursor.of(LIST, startedAt, rolloutId);
    }

    /** Whether somebody gets the version by it. */
    public boolean gives(Recipient who) {
        return state instanceof Running && audience.includes(rolloutId, who);
    }

    /** As it is after a step; empty where the step means nothing as it stands. */
    public Optional<Rollout> after(RolloutStep step, Instant now) {
        if (!state.isOpen()) {
            return Optional.empty();
        }
        return switch (step) {
            case Widen(Audience wider) ->
                wider.covers(audience) && !wider.equals(audience)
                        ? Optional.of(with(wider, state, now))
                        : Optional.empty();
            case Pause _ -> from(Running.class, new Paused(), now);
            case Halt(String reason) -> from(Running.class, new Halted(reason), now);
            case Resume _ -> state instanceof Running ? Optional.empty() : Optional.of(resumed(now));
            case Complete _ -> Optional.of(with(audience, new Completed(), now));
            case RollBack(String reissued) -> Optional.of(with(audience, new RolledBack(reissued), now));
        };
    }

    /** Who lets it go on although phones reported errors has seen them: it does not halt for them again. */
    private Rollout resumed(Instant now) {
        Rollout again = with(audience, new Running(), now);
        return state instanceof Halted ? again.unlimited() : again;
    }

    private Rollout unlimited() {
        OptionalInt none = OptionalInt.empty();
        return new Rollout(
                rolloutId, appId, release, formerBuildId, audience, none, state, startedAt, startedBy, changedAt);
    }

    private Optional<Rollout> from(Class<? extends RolloutState> needed, RolloutState next, Instant now) {
        return needed.isInstance(state) ? Optional.of(with(audience, next, now)) : Optional.empty();
    }

    private Rollout with(Audience to, RolloutState next, Instant now) {
        return new Rollout(rolloutId, appId, release, formerBuildId, to, errorLimit, next, startedAt, startedBy, now);
    }
}
