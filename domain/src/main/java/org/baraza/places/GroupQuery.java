// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;

/**
 * A page of groups, by name.
 *
 * @param search beginning of the name; everything when empty
 */
public record GroupQuery(String search, PageRequest page) {
    static final String LIST = "groups";

    /** Place of a group in the list. */
    public static String cursor(Group group) {
        return Cursor.of(LIST, PlaceRules.key(group.name()), group.groupId());
    }
}
