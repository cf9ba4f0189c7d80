// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not well until the server can be entered: it listens before its first administrator has an account. */
@Component
final class StartHealth implements HealthIndicator {
    private volatile boolean entered;

    /** Whoever comes now finds what is there from the first run on. */
    void canBeEntered() {
        entered = true;
    }

    @Override
    public Health health() {
        return (entered ? Health.up() : Health.outOfService()).build();
    }
}
