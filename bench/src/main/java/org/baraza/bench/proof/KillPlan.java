// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

/**
 * How much is to be proved.
 *
 * @param forms fewest forms to be acknowledged; phones go on until the last kill is over
 * @param kills how many must have hit at least {@link #IN_FLIGHT} requests
 * @param clients phones that send at the same time
 * @param seed of the forms and of the moments
 */
public record KillPlan(Victim victim, int forms, int kills, int clients, long seed) {
    /** A kill counts if so many requests were waiting for their answers. */
    public static final int IN_FLIGHT = 8;

    /** Whom it hits. */
    public enum Victim {
        SERVER,
        DATABASE
    }

    /** Forms between two kills, about. */
    int stretch() {
        return Math.max(1, forms / (kills + 1));
    }
}
