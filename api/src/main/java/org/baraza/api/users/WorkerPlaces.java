// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a mobile worker belongs, as the data API names it.
 *
 * @param groups ids of her groups
 * @param primaryLocation id of the location that is hers before others; null for none
 * @param locations ids of all of her locations
 */
record WorkerPlaces(List<String> groups, @Nullable String primaryLocation, List<String> locations) {
    /** Of a worker without groups and locations, as all are while a project has neither. */
    static final WorkerPlaces NONE = new WorkerPlaces(List.of(), null, List.of());
}
