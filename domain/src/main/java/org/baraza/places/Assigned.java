// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;

/**
 * Where a mobile worker works.
 *
 * @param locationIds in their order
 * @param primaryId the one that stands for her; empty only when there are none
 */
public record Assigned(List<String> locationIds, String primaryId) {
    /** Nowhere. */
    public static final Assigned NOWHERE = new Assigned(List.of(), "");

    public Assigned {
        locationIds = List.copyOf(locationIds);
    }
}
