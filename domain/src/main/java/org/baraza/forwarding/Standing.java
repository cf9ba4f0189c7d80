// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.Optional;

/**
 * How a delivery stands.
 *
 * @param tries attempts that failed
 * @param moreTries tries that it was given by hand
 * @param due when it is sent; empty when it is final
 * @param lastAttemptAt when it was last tried
 */
public record Standing(
        RecordState state, int tries, int moreTries, Optional<Instant> due, Optional<Instant> lastAttemptAt) {

    /** A delivery that is to be sent at once. */
    public static Standing registered(Instant now) {
        return new Standing(RecordState.PENDING, 0, 0, Optional.of(now), Optional.empty());
    }

    /** The same, while it is not its turn. */
    Standing withoutTurn() {
        return new Standing(state, tries, moreTries, Optional.empty(), lastAttemptAt);
    }
}
