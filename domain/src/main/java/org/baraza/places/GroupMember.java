// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.paging.Cursor;

/**
 * A mobile worker in a group.
 *
 * @param place in the list of members
 */
public record GroupMember(String userId, int place) {

    /** Place of the member in the list. */
    public String cursor() {
        return Cursor.of(Groups.MEMBERS, place, userId);
    }
}
