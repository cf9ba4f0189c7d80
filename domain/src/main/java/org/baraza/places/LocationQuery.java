// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;

/** A page of locations, by name. */
public record LocationQuery(LocationFilter filter, PageRequest page) {
    static final String LIST = "locations";

    /** Place of a location in the list. */
    public static String cursor(Location location) {
        return Cursor.of(LIST, PlaceRules.key(location.name()), location.locationId());
    }
}
