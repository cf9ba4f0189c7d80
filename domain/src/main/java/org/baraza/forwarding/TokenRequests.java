// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baraza.forwarding.wire.Credentials;
import org.baraza.forwarding.wire.WireRequest;

/** How tokens are asked for (data forwarding: connection settings). */
final class TokenRequests {
    private static final Pattern API = Pattern.compile("^(.*/api/v\\d+/)");

    private TokenRequests() {}

    /** With what the connection has. */
    static WireRequest first(Connection connection) {
        Authentication authentication = connection.authentication();
        Map<String, String> form = new LinkedHashMap<>();
        if (authentication.type() == AuthType.OAUTH2_CLIENT) {
            form.put("grant_type", "client_credentials");
        } else {
            form.put("grant_type", "password");
            form.put("username", authentication.username());
            form.put("password", connection.secrets().password());
        }
        return authentication.type() == AuthType.BEARER
                ? request(belowApi(connection.url()), form)
                : withClient(connection, authentication.tokenUrl(), form);
    }

    /** With what was given along with the last token. */
    static WireRequest refresh(Connection connection, String refresh) {
        Authentication authentication = connection.authentication();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        String url = authentication.refreshUrl().isEmpty() ? authentication.tokenUrl() : authentication.refreshUrl();
        return withClient(connection, url, form);
    }

    private static WireRequest withClient(Connection connection, String url, Map<String, String> form) {
        Authentication authentication = connection.authentication();
        String secret = connection.secrets().clientSecret();
        if (authentication.credentialsInHeader()) {
            return Credentials.basic(request(url, form), authentication.clientId(), secret);
        }
        form.put("client_id", authentication.clientId());
        form.put("client_secret", secret);
        return request(url, form);
    }

    private static String belowApi(String url) {
        Matcher matcher = API.matcher(url);
        return (matcher.find()
                        ? matcher.group(1)
                        : url.replaceFirst("\\?.*$", "").replaceFirst("/*$", "/")) + "token";
    }

    private static WireRequest request(String url, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new WireRequest(
                "POST",
                url,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
