// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Map;

/**
 * Whom somebody wants to invite, and as what.
 *
 * @param roleName by which she will come in
 * @param primaryLocationId one of the assigned ones; empty for the first of them
 * @param profile name of the profile of user data that she will have; empty for none
 */
public record InvitationWish(
        String email,
        String roleName,
        String primaryLocationId,
        List<String> assignedLocationIds,
        Map<String, String> userData,
        String profile) {
    public InvitationWish {
        assignedLocationIds = List.copyOf(assignedLocationIds);
        userData = Map.copyOf(userData);
    }

    /** The same, with other user data. */
    InvitationWish knownAs(Map<String, String> data) {
        return new InvitationWish(email, roleName, primaryLocationId, assignedLocationIds, data, profile);
    }

    public InvitationWish(String email, String roleName) {
        this(email, roleName, "", List.of(), Map.of(), "");
    }
}
