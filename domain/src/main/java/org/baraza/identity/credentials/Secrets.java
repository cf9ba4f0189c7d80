// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random secrets for programs and browsers. They are long, so a fast digest is enough to keep them: nobody can guess what
 * has 160 bits.
 */
public final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int KEY_BYTES = 20;
    private static final int PASSWORD_BYTES = 15;

    private final SecureRandom random = new SecureRandom();

    /** 256 bits, fit for a cookie. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** 40 characters, as the keys of CommCare HQ. */
    public String key() {
        return HexFormat.of().formatHex(bytes(KEY_BYTES));
    }

    /** 20 characters that can be typed. */
    public String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    /** What is kept of a secret. */
    public static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As {@link #digest}, in hexadecimal. */
    public static String hexDigest(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
