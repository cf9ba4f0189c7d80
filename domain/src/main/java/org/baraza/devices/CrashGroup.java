// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.List;

/**
 * Crashes at the same place.
 *
 * @param title what was thrown, and where
 * @param sample the message of the newest of them
 * @param builds of the app in which it happened, as phones named them
 */
public record CrashGroup(
        String signature,
        String title,
        String sample,
        int crashes,
        int devices,
        int users,
        Instant firstOn,
        Instant lastOn,
        List<String> builds) {}
