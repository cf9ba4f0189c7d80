// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.List;

/**
 * A place to which data is sent.
 *
 * @param notifyAddresses who is told of failures
 * @param notifyAfter after how many failures since the last mail
 * @param skipCertVerify whether the certificate of the other side is taken as it is
 * @param usedBy how many forwarders send there
 */
public record Connection(
        String connectionId,
        String name,
        String url,
        List<String> notifyAddresses,
        int notifyAfter,
        Authentication authentication,
        boolean skipCertVerify,
        Secrets secrets,
        int usedBy,
        Instant updatedAt) {
    public Connection {
        notifyAddresses = List.copyOf(notifyAddresses);
    }
}
