// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for the connection that is about to be made, and leaves out what may not be reached. What was judged is
 * what is connected to: the name is not asked for again.
 */
final class PublicNames implements DnsResolver {
    private final EgressRules rules;

    PublicNames(EgressRules rules) {
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] permitted = Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host))
                .filter(address -> rules.permits(host, address))
                .toArray(InetAddress[]::new);
        if (permitted.length == 0) {
            throw new UnknownHostException("no address that may be reached");
        }
        return permitted;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
