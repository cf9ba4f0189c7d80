// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.time.Duration;

/**
 * How a caller stands after a request.
 *
 * @param allowed whether there was room for it
 * @param retryAfter when there will be room, zero where there was
 * @param policy all windows that count
 * @param limit of the window with the least room
 * @param remaining in that window
 * @param reset until that window has room for more
 */
public record Standing(
        boolean allowed, Duration retryAfter, String policy, long limit, long remaining, Duration reset) {

    /** Whichever says more about what may be asked for next. */
    Standing tighter(Standing other) {
        if (allowed != other.allowed) {
            return allowed ? other : this;
        }
        return other.remaining < remaining ? other : this;
    }
}
