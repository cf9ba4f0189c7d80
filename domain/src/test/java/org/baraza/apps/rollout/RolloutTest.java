// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a rollout, and when it halts by itself. */
final class RolloutTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Audience TEN = new Audience(10, Set.of("nurses"), Set.of());

    private static Rollout in(RolloutState state) {
        return new Rollout(
                "r", "app", new Release("b", 7), Optional.of("a"), TEN, OptionalInt.of(5), state, NOW, "u", NOW);
    }

    private static Optional<RolloutState> after(RolloutState state, RolloutStep step) {
        return in(state).after(step, NOW.plusSeconds(1)).map(Rollout::state);
    }

    @Test
    void itIsPausedHaltedAndGoesOn() {
        assertThat(after(new Running(), new Pause())).contains(new Paused());
        assertThat(after(new Running(), new Halt("crashes"))).contains(new Halted("crashes"));
        assertThat(after(new Paused(), new Resume())).contains(new Running());
        assertThat(after(new Halted("crashes"), new Resume())).contains(new Running());
        assertThat(after(new Running(), new Resume())).isEmpty();
        assertThat(after(new Paused(), new Pause())).isEmpty();
        assertThat(after(new Paused(), new Halt("late"))).isEmpty();
    }

    @Test
    void fromAnyOpenStateItIsCompletedOrRolledBackAndThenNothingMore() {
        for (RolloutState open : List.of(new Running(), new Paused(), new Halted("x"))) {
            assertThat(after(open, new Complete())).contains(new Completed());
            assertThat(after(open, new RollBack("again"))).contains(new RolledBack("again"));
        }
        for (RolloutState ended : List.of(new Completed(), new RolledBack("again"))) {
            for (RolloutStep step : List.of(
                    new Pause(),
                    new Resume(),
                    new Halt("x"),
                    new Complete(),
                    new RollBack("b"),
                    new Widen(new Audience(100, Set.of(), Set.of())))) {
                assertThat(after(ended, step)).isEmpty();
            }
        }
    }

    @Test
    void itOnlyGrows() {
        Rollout rollout = in(new Running());
        Audience more = new Audience(20, Set.of("nurses", "drivers"), Set.of("north"));
        assertThat(rollout.after(new Widen(more), NOW).map(Rollout::audience)).contains(more);
        assertThat(rollout.after(new Widen(new Audience(100, Set.of(), Set.of())), NOW))
                .isPresent();
        assertThat(rollout.after(new Widen(new Audience(20, Set.of(), Set.of())), NOW))
                .isEmpty();
        assertThat(rollout.after(new Widen(new Audience(9, Set.of("nurses"), Set.of())), NOW))
                .isEmpty();
        assertThat(rollout.after(new Widen(TEN), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // phones, troubled, others, troubled others, halts
        "20, 2, 180, 0, false",
        "20, 3, 180, 0, true",
        "20, 3, 180, 27, false",
        "20, 4, 180, 27, false",
        "20, 5, 180, 27, true",
        "3, 3, 0, 0, true",
        "0, 0, 180, 90, false"
    })
    void itHaltsWhenManyMorePhonesAreTroubledThanWithOtherVersions(
            int phones, int troubled, int others, int otherTroubled, boolean halts) {
        assertThat(new Health(phones, troubled, others, otherTroubled).exceeds(5))
                .isEqualTo(halts);
    }
}
