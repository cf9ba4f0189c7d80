// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key with which a program acts as its web user.
 *
 * @param lastUsedAt at most half a minute behind
 * @param onlyProject name of the only project space that the key opens; empty for all of its user's
 */
public record ApiKey(
        UUID keyId,
        String name,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<String> onlyProject) {}
