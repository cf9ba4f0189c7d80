// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Map;

/**
 * Whom somebody wants to invite, and as what.
 *
 * @param roleName by which she will come in
 * @param primaryLocationId one of the assigned ones; empty for the first of them
 */
public record InvitationWish(
        String email,
        String roleName,
        String primaryLocationId,
        List<String> assignedLocationIds,
        Map<String, String> userData) {
    public InvitationWish {
        assignedLocationIds = List.copyOf(assignedLocationIds);
        userData = Map.copyOf(userData);
    }

    public InvitationWish(String email, String roleName) {
        this(email, roleName, "", List.of(), Map.of());
    }
}
