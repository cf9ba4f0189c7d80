// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the connection that is about to be made, unless they point at what may not be reached. What was judged is
 * what is connected to: the name is not asked for again.
 */
final class PublicNames implements DnsResolver {
    private final EgressRules rules;

    PublicNames(EgressRules rules) {
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return rules.resolved(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
