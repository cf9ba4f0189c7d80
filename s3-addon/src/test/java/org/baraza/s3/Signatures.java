// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether requests are signed as S3 wants it (AWS Signature Version 4, in headers), written from Amazon's description. */
record Signatures(String accessKey, String secretKey, String region) {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private static final String NO_PAYLOAD = "UNSIGNED-PAYLOAD";

    boolean isGood(HttpExchange request, byte[] body) {
        Matcher said = AUTHORIZATION.matcher(header(request, "Authorization"));
        if (!said.matches()
                || !said.group(1).equals(accessKey)
                || !said.group(3).equals(region)) {
            return false;
        }
        String payload = header(request, "x-amz-content-sha256");
        String canonical = String.join(
                "\n",
                request.getRequestMethod(),
                request.getRequestURI().getRawPath(),
                query(request.getRequestURI().getRawQuery()),
                Arrays.stream(said.group(4).split(";"))
                        .map(name -> name + ":" + header(request, name).strip() + "\n")
                        .collect(Collectors.joining()),
                said.group(4),
                payload);
        String scope = said.group(2) + "/" + region + "/s3/aws4_request";
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                header(request, "x-amz-date"),
                scope,
                hash(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = mac(key, part);
        }
        return said.group(4).contains("host")
                && payload.equals(body.length == 0 && payload.equals(NO_PAYLOAD) ? NO_PAYLOAD : hash(body))
                && HexFormat.of().formatHex(mac(key, toSign)).equals(said.group(5));
    }

    private static String header(HttpExchange request, String name) {
        String value = request.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static String query(String raw) {
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .map(pair -> Arrays.stream(pair.split("=", -1))
                                .map(part -> URLEncoder.encode(
                                                URLDecoder.decode(part, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("*", "%2A")
                                        .replace("%7E", "~"))
                                .collect(Collectors.joining("=")))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
