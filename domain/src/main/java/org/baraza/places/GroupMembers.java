// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;

/** A group with the ids of everybody in it, those who are not let in at present included. */
public record GroupMembers(Group group, List<String> userIds) {
    public GroupMembers {
        userIds = List.copyOf(userIds);
    }

    GroupWish wish() {
        return new GroupWish(group.name(), group.caseSharing(), group.reporting(), group.metadata(), userIds);
    }
}
