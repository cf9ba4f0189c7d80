// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Set;
import org.baraza.devices.Attention;
import org.baraza.devices.DeviceQuery;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The filter of a list of devices, as clients write it. */
record DeviceFilterInput(
        @Nullable List<Attention> attention,
        @Nullable Integer appVersion,
        @Nullable String search) {

    static DeviceQuery query(@Nullable DeviceFilterInput input, PageRequest page) {
        return input == null
                ? DeviceQuery.all(page)
                : new DeviceQuery(
                        input.attention == null ? Set.of() : Set.copyOf(input.attention),
                        input.appVersion,
                        input.search == null ? "" : input.search,
                        page);
    }
}
