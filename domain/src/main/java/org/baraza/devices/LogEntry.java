// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a phone's log (device protocol: device logs).
 *
 * @param loggedOn by the phone's clock
 * @param userId the user who was on the phone, as far as the log told by then
 */
record LogEntry(
        String type,
        String message,
        @Nullable Instant loggedOn,
        @Nullable String userId,
        @Nullable String username) {}
