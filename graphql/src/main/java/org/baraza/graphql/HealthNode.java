// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.baraza.forwarding.Health;
import org.jspecify.annotations.Nullable;

/** How a forwarder fares. */
record HealthNode(@Nullable Instant oldestOpenAt, List<HourNode> hours) {

    static HealthNode of(Health health) {
        return new HealthNode(
                health.oldestOpenAt().orElse(null),
                health.hours().stream().map(HourNode::of).toList());
    }

    /** Attempts of an hour. */
    record HourNode(
            Instant at,
            int attempts,
            int failed,
            @Nullable Integer halfWithin,
            @Nullable Integer mostWithin) {

        private static HourNode of(Health.Hour hour) {
            return new HourNode(
                    hour.at(),
                    (int) Math.min(hour.attempts(), Integer.MAX_VALUE),
                    (int) Math.min(hour.failed(), Integer.MAX_VALUE),
                    orNull(hour.halfWithin()),
                    orNull(hour.mostWithin()));
        }

        private static @Nullable Integer orNull(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
    }
}
