// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.Optional;
import org.baraza.forwarding.spi.ForwarderOptions;

/**
 * Sends what changes in a project somewhere else.
 *
 * @param type slug of its type
 * @param format slug of what is sent
 * @param script what the format is told; empty for formats that need nothing
 * @param createdAt what changed before is not forwarded
 * @param restingUntil nothing is sent before, because the other side was not well
 */
public record Forwarder(
        String forwarderId,
        String connectionId,
        String name,
        String type,
        String format,
        String script,
        Method method,
        ForwarderOptions options,
        boolean paused,
        Counts counts,
        Optional<Instant> restingUntil,
        Optional<Instant> lastAttemptAt,
        Instant createdAt,
        Instant updatedAt) {

    /** What is sent. */
    Recipe recipe() {
        return new Recipe(type, format, script);
    }
}
