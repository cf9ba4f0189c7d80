// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.identity.DigestProof;

/** Reads what stands behind {@code Digest} in the header. */
final class DigestHeader {
    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*([A-Za-z]{1,32})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]*))\\s*(?:,|$)");
    private static final int LONGEST = 4096;

    private DigestHeader() {}

    /** Only MD5 with {@code qop=auth} is spoken here; the proof must be of this very request. */
    static Presented read(String text, HttpServletRequest request) {
        Map<String, String> said = parameters(text);
        if (!said.getOrDefault("algorithm", "MD5").equalsIgnoreCase("MD5")
                || !said.getOrDefault("qop", "").equals("auth")) {
            return new Presented.Unknown();
        }
        String count = said.getOrDefault("nc", "");
        if (!count.matches("[0-9a-fA-F]{8}")) {
            return new Presented.Malformed("no count");
        }
        String uri = said.getOrDefault("uri", "");
        if (!uri.equals(target(request))) {
            return new Presented.Malformed("another uri");
        }
        return new Presented.Digest(new DigestProof(
                said.getOrDefault("username", ""),
                said.getOrDefault("realm", ""),
                said.getOrDefault("nonce", ""),
                request.getMethod(),
                uri,
                count,
                said.getOrDefault("cnonce", ""),
                said.getOrDefault("response", "").toLowerCase(Locale.ROOT)));
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> said = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (matcher.find()) {
            String quoted = matcher.group(2);
            said.putIfAbsent(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return said;
    }
}
