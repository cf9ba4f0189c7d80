// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as somebody wants it.
 *
 * @param password empty to leave it as it is
 * @param clientSecret empty to leave it as it is
 * @param headers by their names; a value that is empty stays as it is
 */
public record ConnectionWish(
        String name,
        String url,
        List<String> notifyAddresses,
        Authentication authentication,
        Optional<String> password,
        Optional<String> clientSecret,
        Map<String, Optional<String>> headers,
        boolean skipCertVerify) {
    public ConnectionWish {
        notifyAddresses = List.copyOf(notifyAddresses);
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "ConnectionWish[" + name + "]";
    }
}
