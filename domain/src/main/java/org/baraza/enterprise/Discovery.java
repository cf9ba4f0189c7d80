// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.Optional;

/** Asks an identity provider what it is, before somebody has to sign in with it. */
public interface Discovery {
    /** Why nobody could sign in with a provider of that issuer, in plain words; empty when all is well. */
    Optional<String> fault(IdentityProvider provider);
}
