// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.UUID;
import org.baraza.paging.Cursor;

/**
 * Somebody who has an account and asks to be let into a project.
 *
 * @param email what she signs in with
 */
public record JoinRequest(UUID requestId, String userId, String email, String fullName, Instant requestedAt) {
    static final String LIST = "join_requests";

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, requestedAt, requestId);
    }
}
