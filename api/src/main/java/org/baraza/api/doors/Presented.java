// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.baraza.identity.Credentials;
import org.baraza.identity.DigestProof;
import org.jspecify.annotations.Nullable;

/** What a request shows of who sends it: in its {@code Authorization} header, or where a key may stand besides. */
sealed interface Presented {

    /** Nothing that claims to be somebody. */
    record Nothing() implements Presented {}

    record Basic(Credentials credentials) implements Presented {}

    record Key(Credentials credentials) implements Presented {}

    record Digest(DigestProof proof) implements Presented {}

    /** An access token (RFC 6750). */
    record Bearer(String token) implements Presented {
        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** A signature in {@code X-MAC-DIGEST}, as HQ's own services make it with a key that they share. */
    record SharedKey() implements Presented {}

    /** A scheme that is not served here. */
    record Unknown() implements Presented {}

    /** A scheme that is served, written in a way that cannot be read. */
    record Malformed(String reason) implements Presented {}

    /** As {@link #in(HttpServletRequest)}, and where there is no header, a key that stands in the data. */
    static Presented in(HttpServletRequest request, KeyPlace place) {
        Presented header = in(request);
        return header instanceof Nothing || header instanceof SharedKey
                ? place.key(request).<Presented>map(Key::new).orElse(header)
                : header;
    }

    static Presented in(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        // Web Apps once sent its session this way; whoever does has a cookie as well.
        if (header == null || header.isBlank() || header.startsWith("sessionid=")) {
            return request.getHeader("X-MAC-DIGEST") == null ? new Nothing() : new SharedKey();
        }
        String value = header.strip();
        int space = value.indexOf(' ');
        String scheme = (space < 0 ? value : value.substring(0, space)).toLowerCase(Locale.ROOT);
        String rest = space < 0 ? "" : value.substring(space + 1).strip();
        return switch (scheme) {
            case "basic" -> basic(rest);
            case "apikey" -> key(rest);
            case "digest" -> DigestHeader.read(rest, request);
            case "bearer" -> new Bearer(rest);
            default -> new Unknown();
        };
    }

    private static Presented basic(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0
                    ? new Malformed("no colon")
                    : new Basic(new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return new Malformed("not base64");
        }
    }

    private static Presented key(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0
                ? new Malformed("no colon")
                : new Key(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    }
}
