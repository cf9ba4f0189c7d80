// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.forwarding.wire.WireRequest;

/** What the log tells of a request: bodies are cut, secrets left out. */
final class Told {
    private static final int KEPT = 4_000;
    private static final String HIDDEN = "********";
    /** Whoever set them. */
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    private Told() {}

    static SentRequest.Content of(
            Connection connection,
            String method,
            String url,
            Map<String, String> headers,
            byte[] body,
            WireAnswer answer) {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        connection.secrets().headers().keySet().forEach(name -> shown.put(name, HIDDEN));
        if (connection.authentication().type() != AuthType.NONE) {
            shown.put("Authorization", HIDDEN);
        }
        shown.replaceAll((name, value) -> SECRET.contains(name.toLowerCase(Locale.ROOT)) ? HIDDEN : value);
        String sent = cut(new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8));
        return switch (answer) {
            case WireAnswer.Answered answered ->
                new SentRequest.Content(
                        method,
                        url,
                        shown,
                        sent,
                        Optional.of(answered.status()),
                        "",
                        withoutCookies(answered.headers()),
                        cut(answered.body()));
            case WireAnswer.Silent(String error) ->
                new SentRequest.Content(method, url, shown, sent, Optional.empty(), error, Map.of(), "");
        };
    }

    /** Of a request for a token: neither what proves who asks, nor what was given. */
    static SentRequest.Content ofToken(WireRequest request, WireAnswer answer) {
        Map<String, String> shown = new LinkedHashMap<>(request.headers());
        request.secretHeaders().keySet().forEach(name -> shown.put(name, HIDDEN));
        return switch (answer) {
            case WireAnswer.Answered answered ->
                new SentRequest.Content(
                        request.method(),
                        request.url(),
                        shown,
                        HIDDEN,
                        Optional.of(answered.status()),
                        "",
                        withoutCookies(answered.headers()),
                        HIDDEN);
            case WireAnswer.Silent(String error) ->
                new SentRequest.Content(
                        request.method(), request.url(), shown, HIDDEN, Optional.empty(), error, Map.of(), "");
        };
    }

    private static Map<String, String> withoutCookies(Map<String, String> headers) {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("set-cookie");
        return shown;
    }

    private static String cut(String text) {
        return text.length() <= KEPT ? text : text.substring(0, KEPT);
    }
}
