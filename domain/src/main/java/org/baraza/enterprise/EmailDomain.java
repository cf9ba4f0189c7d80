// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An e-mail domain that an account says is its own.
 *
 * @param challenge what the domain must say in a TXT record to prove it
 * @param provedAt since when its people are asked to sign in with the provider; empty while it is not proved
 * @param provedBy {@code dns}, or the login of who runs the server
 */
public record EmailDomain(
        String domain, UUID providerId, String challenge, Optional<Instant> provedAt, Optional<String> provedBy) {}
