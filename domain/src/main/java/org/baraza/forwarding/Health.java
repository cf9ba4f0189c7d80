// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a forwarder fares.
 *
 * @param oldestOpenAt when the oldest record was made that is still to be sent; empty when there is none
 * @param hours the last 24, oldest first, the one that has begun among them
 */
public record Health(Optional<Instant> oldestOpenAt, List<Hour> hours) {
    public Health {
        hours = List.copyOf(hours);
    }

    /**
     * Attempts of an hour.
     *
     * @param at when it began
     * @param failed those of them that did not arrive
     * @param halfWithin within how many milliseconds half of them were over
     * @param mostWithin within how many milliseconds 95 of 100 were over
     */
    public record Hour(Instant at, long attempts, long failed, OptionalInt halfWithin, OptionalInt mostWithin) {}
}
