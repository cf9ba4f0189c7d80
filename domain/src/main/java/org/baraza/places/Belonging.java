// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;

/**
 * Where a mobile worker belongs.
 *
 * @param groupIds ids of her groups
 */
public record Belonging(List<String> groupIds, Assigned assigned) {
    /** Nowhere. */
    public static final Belonging NONE = new Belonging(List.of(), Assigned.NOWHERE);

    public Belonging {
        groupIds = List.copyOf(groupIds);
    }
}
