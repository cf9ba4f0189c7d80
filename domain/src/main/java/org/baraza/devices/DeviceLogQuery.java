// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted, newest first; null for any.
 *
 * @param signature those of this crash
 * @param from not before
 * @param until before
 */
public record DeviceLogQuery(
        @Nullable String type,
        @Nullable String userId,
        @Nullable String deviceId,
        @Nullable String signature,
        @Nullable Instant from,
        @Nullable Instant until,
        PageRequest page) {}
