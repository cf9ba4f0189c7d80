// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as somebody wants it.
 *
 * @param notifyAfter after how many failures a mail goes
 * @param password empty to leave it as it is; where the connection leads elsewhere then, there is none
 * @param clientSecret likewise
 * @param headers by their names; a value that is empty stays as it is, likewise
 */
public record ConnectionWish(
        String name,
        String url,
        List<String> notifyAddresses,
        int notifyAfter,
        Authentication authentication,
        Optional<String> password,
        Optional<String> clientSecret,
        Map<String, Optional<String>> headers,
        boolean skipCertVerify) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public ConnectionWish {
        notifyAddresses = List.copyOf(notifyAddresses);
        headers = Map.copyOf(headers);
    }

    /** Whether anything would be sent to another scheme, host or port than before. */
    boolean leadsElsewhere(Connection before) {
        return isElsewhere(before.url(), url)
                || isElsewhere(before.authentication().tokenUrl(), authentication.tokenUrl())
                || isElsewhere(before.authentication().refreshUrl(), authentication.refreshUrl());
    }

    private static boolean isElsewhere(String before, String after) {
        return !after.isEmpty() && !place(before).equals(place(after));
    }

    private static String place(String url) {
        URI uri = URI.create(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    @Override
    public String toString() {
        return "ConnectionWish[" + name + "]";
    }
}
