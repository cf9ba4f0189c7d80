// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
