// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;

/**
 * A key with which a program acts as its web user.
 *
 * @param lastUsedAt at most half a minute behind
 * @param onlyProject name of the only project space that the key opens; empty for all of its user's
 * @param roleId the role of that project that it acts with; empty for its user's own
 * @param roleName empty also when that role is gone, and the key opens nothing
 * @param allowedAddresses where it may be shown from; empty for anywhere
 * @param active whether it opens anything now
 */
public record ApiKey(
        UUID keyId,
        String name,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<String> onlyProject,
        Optional<UUID> roleId,
        Optional<String> roleName,
        List<String> allowedAddresses,
        boolean active) {
    static final String LIST = "API keys";

    public ApiKey {
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, createdAt, keyId);
    }
}
