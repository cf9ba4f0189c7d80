// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;

/**
 * Somebody who may become a member once she opens her link.
 *
 * @param roleName {@code Admin} for an administrator
 * @param primaryLocationId where she will work first of all; empty for nowhere in particular
 * @param mailedAt when her mail went; empty while it did not
 * @param mailFailed whether it could not be sent
 */
public record Invitation(
        UUID invitationId,
        String email,
        String roleName,
        String invitedBy,
        String invitedByName,
        Instant invitedAt,
        Instant expiresAt,
        String primaryLocationId,
        List<String> assignedLocationIds,
        Map<String, String> userData,
        Optional<Instant> mailedAt,
        boolean mailFailed) {
    static final String LIST = "invitations";

    public Invitation {
        assignedLocationIds = List.copyOf(assignedLocationIds);
        userData = Map.copyOf(userData);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, invitedAt, invitationId);
    }
}
