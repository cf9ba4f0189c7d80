// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpeedTest {
    private static short of(long millis) {
        return Speed.of(Duration.ofMillis(millis));
    }

    @Test
    void aTimeIsInTheFirstPlaceThatHoldsIt() {
        assertThat(of(0)).isZero();
        assertThat(of(10)).isZero();
        assertThat(of(11)).isEqualTo((short) 1);
        assertThat(of(1_000)).isEqualTo((short) 6);
        assertThat(of(Duration.ofHours(1).toMillis())).isEqualTo((short) 12);
    }

    @Test
    void halfAndMostOfTheAttemptsAreFoundOnTheScale() {
        Map<Short, Long> attempts = Map.of(of(15), 50L, of(80), 44L, of(3_000), 6L);
        assertThat(Speed.within(attempts, 50)).hasValue(20);
        assertThat(Speed.within(attempts, 94)).hasValue(100);
        assertThat(Speed.within(attempts, 95)).hasValue(5_000);
        assertThat(Speed.within(Map.of(), 50)).isEmpty();
    }
}
