// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A server that listens and cannot be entered yet is not well. */
final class StartHealthTest {

    @Test
    void aServerIsWellOnceItCanBeEntered() {
        StartHealth health = new StartHealth();
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        health.canBeEntered();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
