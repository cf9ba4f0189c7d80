// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.List;
import org.baraza.enterprise.IdentityProvider.Enforcement;

/**
 * What an identity provider is to be.
 *
 * @param slug only looked at when it is made
 * @param secret empty to keep the one that is there
 */
public record ProviderWish(
        String name,
        String slug,
        String issuer,
        String clientId,
        String secret,
        Enforcement enforcement,
        List<String> testers,
        List<String> exempt) {
    public ProviderWish {
        testers = List.copyOf(testers);
        exempt = List.copyOf(exempt);
    }

    @Override
    public String toString() {
        return "ProviderWish[" + slug + "]";
    }
}
