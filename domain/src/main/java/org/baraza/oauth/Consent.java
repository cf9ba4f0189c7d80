// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.baraza.paging.Cursor;

/**
 * What a user agreed that a program may do for her.
 *
 * @param scopes by their names
 * @param lastUsedAt when a token of hers was used, at most some minutes behind; empty when all are over
 */
public record Consent(
        String clientId, String name, Set<String> scopes, Instant agreedAt, Optional<Instant> lastUsedAt) {
    static final String LIST = "authorized applications";

    public Consent {
        scopes = Set.copyOf(scopes);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, agreedAt, clientId);
    }
}
