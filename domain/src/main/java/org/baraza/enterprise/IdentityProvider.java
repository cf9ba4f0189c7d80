// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A service of an organisation that knows its people and vouches for them by OpenID Connect (spec: SSO for enterprises).
 *
 * @param slug stands in the addresses that the provider is told: {@code /sso/<slug>/oidc/auth/}
 * @param issuer how the provider calls itself in what it signs
 * @param clientId what it calls this server
 * @param active whether it vouches for anybody now
 * @param testers usernames that try it while it is enforced for them alone
 * @param exempt usernames that may do without it
 * @param changedAt raised whenever its settings change
 */
public record IdentityProvider(
        UUID providerId,
        UUID accountId,
        String name,
        String slug,
        String issuer,
        String clientId,
        boolean active,
        Enforcement enforcement,
        List<String> testers,
        List<String> exempt,
        Instant createdAt,
        Instant changedAt) {
    public IdentityProvider {
        testers = List.copyOf(testers);
        exempt = List.copyOf(exempt);
    }

    /** Of whom it is asked to sign in with it. */
    public enum Enforcement {
        /** Everybody of its e-mail domains who is not exempt. */
        GLOBAL,
        /** Its testers. */
        TEST;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Enforcement ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
