// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What another side asks of whoever would speak HTTP Digest (RFC 7616).
 *
 * @param parameters as it wrote them, by their names in lower case
 */
record DigestChallenge(Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile("([a-zA-Z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,]+))");
    /** Where one begins among others; what is quoted is stepped over. */
    private static final Pattern BEGINNING =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|(?:^|,)\\s*+(Digest )", Pattern.CASE_INSENSITIVE);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    /** The first that is understood of all that another side offers, in one header or in several that are joined by commas. */
    static Optional<DigestChallenge> first(String header) {
        List<Integer> beginnings = new ArrayList<>();
        Matcher matcher = BEGINNING.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                beginnings.add(matcher.start(1));
            }
        }
        beginnings.add(header.length());
        return IntStream.range(0, beginnings.size() - 1)
                .mapToObj(i -> of(header.substring(beginnings.get(i), beginnings.get(i + 1))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Empty when it asks for something else, or for something that is not known here. */
    static Optional<DigestChallenge> of(String header) {
        if (!header.regionMatches(true, 0, "Digest ", 0, "Digest ".length())) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header.substring("Digest ".length()));
        while (matcher.find()) {
            String value = matcher.group(2) == null
                    ? matcher.group(3)
                    : matcher.group(2).replaceAll("\\\\(.)", "$1");
            // Other challenges may follow it.
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        DigestChallenge challenge = new DigestChallenge(parameters);
        return parameters.containsKey("nonce") && challenge.algorithm().isPresent() && challenge.isUnderstood()
                ? Optional.of(challenge)
                : Optional.empty();
    }

    private Optional<String> algorithm() {
        return switch (parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT)) {
            case "MD5", "MD5-SESS" -> Optional.of("MD5");
            case "SHA-256", "SHA-256-SESS" -> Optional.of("SHA-256");
            default -> Optional.empty();
        };
    }

    private boolean isUnderstood() {
        String qop = parameters.getOrDefault("qop", "");
        return qop.isEmpty() || Pattern.compile("[,\\s]+").splitAsStream(qop).anyMatch("auth"::equals);
    }

    /** The header of a request that does as it is asked. */
    String answer(String method, String url, String username, String password) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return answer(method, url, username, password, HexFormat.of().formatHex(bytes));
    }

    String answer(String method, String url, String username, String password, String cnonce) {
        URI uri = URI.create(url);
        String path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String realm = parameters.getOrDefault("realm", "");
        String nonce = parameters.getOrDefault("nonce", "");
        String secret = hash(username + ":" + realm + ":" + password);
        if (parameters.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT).endsWith("-SESS")) {
            secret = hash(secret + ":" + nonce + ":" + cnonce);
        }
        String what = hash(method + ":" + path);
        boolean qop = !parameters.getOrDefault("qop", "").isEmpty();
        String proof = qop
                ? hash(secret + ":" + nonce + ":00000001:" + cnonce + ":auth:" + what)
                : hash(secret + ":" + nonce + ":" + what);
        return "Digest username=\"" + quoted(username) + "\", realm=\"" + quoted(realm) + "\", nonce=\"" + quoted(nonce)
                + "\", uri=\"" + path + "\", response=\"" + proof + "\""
                + (parameters.containsKey("algorithm") ? ", algorithm=" + parameters.get("algorithm") : "")
                + (qop ? ", qop=auth, nc=00000001, cnonce=\"" + cnonce + "\"" : "")
                + (parameters.containsKey("opaque") ? ", opaque=\"" + quoted(parameters.get("opaque")) + "\"" : "");
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm().orElseThrow())
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5 and SHA-256", e);
        }
    }
}
