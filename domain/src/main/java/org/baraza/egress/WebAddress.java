// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a web address leads.
 *
 * @param host a name, or an address without brackets
 */
record WebAddress(String host, int port) {
    /** The last part of a host that is no name, as browsers see it: decimal, octal or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(?:[0-9]+|0[xX][0-9a-fA-F]*)$");

    /** Version 4 with nothing left out and no zeros before. */
    private static final Pattern FOURTH = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.|$)){4}");

    /** Names that are kept for networks of one's own, and those that Linux gives a machine for itself. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)(?:^|\\.)(?:localhost|localdomain|local|internal|home\\.arpa|ip6-localhost|ip6-loopback)$");

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
            return host.isEmpty() || isOddNumber(host)
                    ? Optional.empty()
                    : Optional.of(new WebAddress(host, uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What some resolvers take for an address although it is not written as one: no name ends in a number. */
    private static boolean isOddNumber(String host) {
        return NUMBER.matcher(host).find() && !FOURTH.matcher(host).matches();
    }

    /** Whether nobody outside can ever have the name. */
    boolean isInside() {
        return INSIDE.matcher(host).find();
    }

    boolean hasUsualPort() {
        return port == HTTP || port == HTTPS || (port >= FIRST_OF_SERVERS && port <= LAST_OF_SERVERS);
    }
}
