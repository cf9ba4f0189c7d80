// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;
import java.util.Map;

/**
 * What a group is to be.
 *
 * @param metadata notes that go to the phones of the members
 * @param userIds its members, in their order
 */
public record GroupWish(
        String name, boolean caseSharing, boolean reporting, Map<String, String> metadata, List<String> userIds) {
    public GroupWish {
        metadata = Map.copyOf(metadata);
        userIds = List.copyOf(userIds);
    }

    /** A group as it is before anything else was said of it. */
    public static GroupWish named(String name) {
        return new GroupWish(name, false, true, Map.of(), List.of());
    }

    public GroupWish withName(String other) {
        return new GroupWish(other, caseSharing, reporting, metadata, userIds);
    }

    public GroupWish withCaseSharing(boolean other) {
        return new GroupWish(name, other, reporting, metadata, userIds);
    }

    public GroupWish withReporting(boolean other) {
        return new GroupWish(name, caseSharing, other, metadata, userIds);
    }

    public GroupWish withMetadata(Map<String, String> other) {
        return new GroupWish(name, caseSharing, reporting, other, userIds);
    }

    public GroupWish withUserIds(List<String> other) {
        return new GroupWish(name, caseSharing, reporting, metadata, other);
    }
}
