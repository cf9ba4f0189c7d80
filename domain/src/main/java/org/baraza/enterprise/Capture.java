// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import org.baraza.enterprise.IdentityProvider.Enforcement;

/** Who must sign in with an identity provider, and who may (spec: SSO for enterprises). */
final class Capture {
    private Capture() {}

    /** Her e-mail domain is the provider's. */
    static boolean must(IdentityProvider provider, Listed listed) {
        return may(provider, listed) && !listed.exempt();
    }

    /** One who is exempt may do without it, and may use it. */
    static boolean may(IdentityProvider provider, Listed listed) {
        return provider.active() && (provider.enforcement() == Enforcement.GLOBAL || listed.tester());
    }

    /** On which lists of a provider somebody stands. */
    record Listed(boolean tester, boolean exempt) {}
}
