// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a web address leads.
 *
 * @param host a name, or an address without brackets
 */
record WebAddress(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int FIRST_OF_SERVERS = 8_000;
    private static final int LAST_OF_SERVERS = 9_999;

    /** Empty for what is no address of HTTP, or carries a password, which would be shown. */
    static Optional<WebAddress> of(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            String host = uri.getHost().replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
            int usual = scheme.equals("https") ? HTTPS : HTTP;
            return host.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WebAddress(host, uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean hasUsualPort() {
        return port == HTTP || port == HTTPS || (port >= FIRST_OF_SERVERS && port <= LAST_OF_SERVERS);
    }
}
