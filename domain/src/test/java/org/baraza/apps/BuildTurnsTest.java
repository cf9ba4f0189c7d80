// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Refused;
import org.baraza.testing.MovableClock;
import org.junit.jupiter.api.Test;

/** Working copies that anybody may ask for are built so often in a minute and no more. */
final class BuildTurnsTest {
    private static final ProjectId HERE = new ProjectId(new UUID(0, 1));
    private static final ProjectId THERE = new ProjectId(new UUID(0, 2));

    private final MovableClock clock = new MovableClock();
    private final BuildTurns turns = new BuildTurns(clock, 3);

    @Test
    void afterSoManyOthersHaveToWaitForTheNextMinute() {
        for (int turn = 0; turn < 3; turn++) {
            turns.take(HERE, "app");
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> turns.take(HERE, "app"));
        clock.pass(Duration.ofSeconds(61));
        assertThatNoException().isThrownBy(() -> turns.take(HERE, "app"));
    }

    @Test
    void eachAppOfEachProjectIsCountedByItself() {
        for (int turn = 0; turn < 3; turn++) {
            turns.take(HERE, "app");
        }
        assertThatNoException().isThrownBy(() -> turns.take(HERE, "another"));
        assertThatNoException().isThrownBy(() -> turns.take(THERE, "app"));
    }
}
