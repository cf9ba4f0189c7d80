// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a user agreed that a program may do for her.
 *
 * @param scopes by their names
 * @param lastUsedAt when a token of hers was used, at most some minutes behind; empty when all are over
 */
public record Consent(
        String clientId, String name, Set<String> scopes, Instant agreedAt, Optional<Instant> lastUsedAt) {
    public Consent {
        scopes = Set.copyOf(scopes);
    }
}
