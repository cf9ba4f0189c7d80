// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much arrived lately; only normal forms count.
 *
 * @param activeUsersToday distinct users whose forms arrived today
 * @param formsPerDay one entry a day, today last, days without forms included
 * @param lastFormReceivedOn when the newest form arrived; null when none did
 */
public record Activity(
        int formsToday,
        int activeUsersToday,
        List<DayCount> formsPerDay,
        @Nullable Instant lastFormReceivedOn) {

    /** Forms of one day. */
    public record DayCount(LocalDate day, int count) {}
}
