// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Set;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which devices are wanted, last heard of first.
 *
 * @param attention those that need it for one of these reasons; empty for all
 * @param appVersion those that run this build; null for any
 * @param search beginning of a worker's username or of a device's id; empty for any
 */
public record DeviceQuery(
        Set<Attention> attention, @Nullable Integer appVersion, String search, PageRequest page) {
    public DeviceQuery {
        attention = Set.copyOf(attention);
    }

    /** All devices. */
    public static DeviceQuery all(PageRequest page) {
        return new DeviceQuery(Set.of(), null, "", page);
    }
}
