// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baraza.identity.ApiKey;
import org.jspecify.annotations.Nullable;

/** A key with which a program acts as its web user. */
record ApiKeyNode(ApiKey key) {
    public String apiKeyId() {
        return key.keyId().toString();
    }

    public String name() {
        return key.name();
    }

    public Instant createdAt() {
        return key.createdAt();
    }

    public @Nullable Instant lastUsedAt() {
        return key.lastUsedAt().orElse(null);
    }

    public @Nullable Instant expiresAt() {
        return key.expiresAt().orElse(null);
    }

    public @Nullable String project() {
        return key.onlyProject().orElse(null);
    }

    public @Nullable String roleId() {
        return key.roleId().map(UUID::toString).orElse(null);
    }

    public @Nullable String roleName() {
        return key.roleName().orElse(null);
    }

    public List<String> allowedAddresses() {
        return key.allowedAddresses();
    }

    public boolean active() {
        return key.active();
    }
}
