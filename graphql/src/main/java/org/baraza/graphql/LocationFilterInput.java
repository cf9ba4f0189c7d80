// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.places.LocationFilter;
import org.jspecify.annotations.Nullable;

/** The filter of a list of locations, as clients write it. */
record LocationFilterInput(
        @Nullable String parentId,
        @Nullable String withinId,
        @Nullable String typeCode,
        @Nullable Boolean sharesCases,
        @Nullable String siteCode,
        @Nullable String externalId,
        @Nullable Boolean archived,
        @Nullable String search) {

    static LocationFilter filter(@Nullable LocationFilterInput input) {
        return input == null
                ? LocationFilter.IN_USE
                : new LocationFilter(
                        input.parentId,
                        input.withinId,
                        input.typeCode,
                        input.sharesCases,
                        null,
                        input.siteCode,
                        input.externalId,
                        input.archived,
                        input.search == null ? "" : input.search,
                        List.of());
    }
}
