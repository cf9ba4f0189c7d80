// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The arithmetic of HTTP Digest (RFC 7616) with MD5 and {@code qop=auth}, which is what old clients speak. */
public final class Digest {
    private Digest() {}

    /** What a password is to Digest: whoever has it needs no password. */
    public static String secret(String username, String realm, String password) {
        return md5(username + ":" + realm + ":" + password);
    }

    /** What a client that knows the secret answers. */
    public static String response(
            String secret, String method, String uri, String nonce, String count, String clientNonce) {
        String request = md5(method + ":" + uri);
        return md5(secret + ":" + nonce + ":" + count + ":" + clientNonce + ":auth:" + request);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
