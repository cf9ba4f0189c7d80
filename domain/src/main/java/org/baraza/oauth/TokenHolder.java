// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Instant;
import java.util.Set;
import org.baraza.identity.Actor.WebUser;

/**
 * A program that shows a good access token, and for whom it acts.
 *
 * @param user as the program may act for her: in one project perhaps, within a role perhaps, never on her account
 */
public record TokenHolder(String clientId, WebUser user, Set<Scope> scopes, Instant expiresAt) {
    public TokenHolder {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token is good for what needs this scope. */
    public boolean may(Scope scope) {
        return scope.isIn(scopes);
    }
}
