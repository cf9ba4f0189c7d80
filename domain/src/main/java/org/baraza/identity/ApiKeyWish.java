// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants an API key to be.
 *
 * @param onlyProject name of the only project space that it shall open; empty for all of its user's
 * @param expiresAt when it shall end by itself; empty for never
 * @param roleId the role of that project that it shall act with; empty for its user's own
 * @param allowedAddresses addresses and CIDR blocks that it may be shown from; empty for anywhere
 */
public record ApiKeyWish(
        String name,
        Optional<String> onlyProject,
        Optional<Instant> expiresAt,
        Optional<UUID> roleId,
        List<String> allowedAddresses) {
    public ApiKeyWish {
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    public ApiKeyWish(String name, Optional<String> onlyProject, Optional<Instant> expiresAt) {
        this(name, onlyProject, expiresAt, Optional.empty(), List.of());
    }
}
