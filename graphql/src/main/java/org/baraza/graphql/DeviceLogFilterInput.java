// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.devices.DeviceLogQuery;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The filter of a list of log entries, as clients write it. */
record DeviceLogFilterInput(
        @Nullable String type,
        @Nullable String userId,
        @Nullable String deviceId,
        @Nullable String signature,
        @Nullable Instant from,
        @Nullable Instant until) {

    static DeviceLogQuery query(@Nullable DeviceLogFilterInput input, PageRequest page) {
        return input == null
                ? new DeviceLogQuery(null, null, null, null, null, null, page)
                : new DeviceLogQuery(
                        input.type, input.userId, input.deviceId, input.signature, input.from, input.until, page);
    }
}
