// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header of a request that a client signs with OAuth 1.0 for itself (RFC 5849, without a token). */
final class OauthSignature {
    private OauthSignature() {}

    static String header(String method, String url, String clientId, String secret, String nonce, long second) {
        Map<String, String> own = new TreeMap<>(Map.of(
                "oauth_consumer_key",
                clientId,
                "oauth_nonce",
                nonce,
                "oauth_signature_method",
                "HMAC-SHA1",
                "oauth_timestamp",
                Long.toString(second),
                "oauth_version",
                "1.0"));
        String text = method.toUpperCase(Locale.ROOT)
                + "&"
                + encoded(base(URI.create(url)))
                + "&"
                + encoded(parameters(URI.create(url), own));
        own.put("oauth_signature", code(encoded(secret) + "&", text));
        return "OAuth "
                + own.entrySet().stream()
                        .map(one -> one.getKey() + "=\"" + encoded(one.getValue()) + "\"")
                        .collect(Collectors.joining(", "));
    }

    private static String base(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0
                || (scheme.equals("http") && uri.getPort() == 80)
                || (scheme.equals("https") && uri.getPort() == 443);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort())
                + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    }

    private static String parameters(URI uri, Map<String, String> own) {
        List<String> all = new ArrayList<>();
        own.forEach((name, value) -> all.add(encoded(name) + "=" + encoded(value)));
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                all.add(encoded(decoded(name)) + "=" + encoded(decoded(value)));
            }
        }
        return all.stream().sorted().collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String code(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
