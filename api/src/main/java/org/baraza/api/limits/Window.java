// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.time.Duration;

/** How long a limit looks back. Longer ones are looked at in coarser steps. */
enum Window {
    SECOND(Duration.ofSeconds(1), 4),
    MINUTE(Duration.ofMinutes(1), 30),
    HOUR(Duration.ofHours(1), 20),
    DAY(Duration.ofDays(1), 12),
    WEEK(Duration.ofDays(7), 7);

    private final Duration length;
    private final int steps;

    Window(Duration length, int steps) {
        this.length = length;
        this.steps = steps;
    }

    Duration length() {
        return length;
    }

    /** By how much the window moves at once. */
    Duration step() {
        return length.dividedBy(steps);
    }

    /** How many windows that begin a step after each other are open at any time. */
    int copies() {
        return steps + 1;
    }

    /** A step longer than the window, so that whatever stretch of its length one looks at lies in one of the copies. */
    Duration period() {
        return length.plus(step());
    }
}
