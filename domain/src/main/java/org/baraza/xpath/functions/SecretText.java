// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.baraza.xpath.EvaluationFailed;

/**
 * Texts under AES in Galois counter mode with a key of 256 bits, written as base 64 of: the length of the nonce in one byte,
 * the nonce, the encrypted text with its tag.
 */
final class SecretText {

    /** Bytes of a nonce that is made here. */
    static final int NONCE = 12;

    private static final String MODE = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecretKeySpec key;

    private SecretText(SecretKeySpec key) {
        this.key = key;
    }

    static SecretText with(String key) {
        byte[] bytes = decoded(key, "The key is not in base 64.");
        if (bytes.length != KEY) {
            throw new EvaluationFailed("The key must have 256 bits, and this one has " + 8 * bytes.length + ".");
        }
        return new SecretText(new SecretKeySpec(bytes, "AES"));
    }

    String encrypt(String message, byte[] nonce) {
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(message.getBytes(UTF_8));
            byte[] whole = ByteBuffer.allocate(1 + nonce.length + encrypted.length)
                    .put((byte) nonce.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new EvaluationFailed("The text cannot be encrypted.");
        }
    }

    String decrypt(String message) {
        byte[] whole = decoded(message, "The encrypted text is not in base 64.");
        int length = whole.length == 0 ? 0 : whole[0] & 0xff;
        if (length == 0 || whole.length < 1 + length) {
            throw new EvaluationFailed("The encrypted text is too short.");
        }
        try {
            byte[] nonce = Arrays.copyOfRange(whole, 1, 1 + length);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, 1 + length, whole.length - 1 - length);
            return new String(text, UTF_8);
        } catch (GeneralSecurityException wrong) {
            throw new EvaluationFailed("The text was not encrypted with this key, or it was changed.");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(MODE);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] decoded(String text, String complaint) {
        try {
            return Base64.getDecoder().decode(text.trim());
        } catch (IllegalArgumentException malformed) {
            throw new EvaluationFailed(complaint);
        }
    }
}
