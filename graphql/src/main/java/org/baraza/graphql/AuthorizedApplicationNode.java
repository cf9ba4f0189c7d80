// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.oauth.Consent;
import org.jspecify.annotations.Nullable;

/** A program that the caller lets act for her. */
record AuthorizedApplicationNode(Consent consent) {
    public String clientId() {
        return consent.clientId();
    }

    public String name() {
        return consent.name();
    }

    public List<String> scopes() {
        return consent.scopes().stream().sorted().toList();
    }

    public Instant agreedAt() {
        return consent.agreedAt();
    }

    public @Nullable Instant lastUsedAt() {
        return consent.lastUsedAt().orElse(null);
    }
}
