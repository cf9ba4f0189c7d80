// SPDX-License-Identifier: Apache-2.0
package org.baraza.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.baraza.vault.VaultKeys.VaultKey;

/** Seals and opens with AES-256-GCM. What is sealed tells which key it is under, so that keys can be changed. */
public final class Vault {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = 1 + VaultKey.MARK_BYTES + NONCE_BYTES;

    private final VaultKeys keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(VaultKeys keys) {
        this.keys = keys;
    }

    /**
     * Makes unreadable what {@link #open} makes readable again.
     *
     * @param purpose what it is and whose; the same must be said to open it
     */
    public byte[] seal(byte[] secret, String purpose) {
        VaultKey key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, secret, purpose);
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(FORMAT)
                .put(key.mark())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException when it was sealed under a key that is not here, or for another purpose
     */
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length <= HEAD || sealed[0] != FORMAT) {
            throw new IllegalStateException("this was not sealed here");
        }
        byte[] mark = Arrays.copyOfRange(sealed, 1, 1 + VaultKey.MARK_BYTES);
        VaultKey key = keys.marked(mark)
                .orElseThrow(() -> new IllegalStateException("sealed under a key that this server does not have"));
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + VaultKey.MARK_BYTES, HEAD);
        return apply(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(sealed, HEAD, sealed.length), purpose);
    }

    /** Whether something is sealed under the key that seals now, rather than under one from before. */
    public boolean isCurrent(byte[] sealed) {
        return sealed.length > HEAD
                && Arrays.equals(
                        Arrays.copyOfRange(sealed, 1, 1 + VaultKey.MARK_BYTES),
                        keys.current().mark());
    }

    /** Whether the key under which something is sealed is here. */
    public boolean canOpen(byte[] sealed) {
        return sealed.length > HEAD
                && keys.marked(Arrays.copyOfRange(sealed, 1, 1 + VaultKey.MARK_BYTES))
                        .isPresent();
    }

    /** A code that only holders of the current key can make, the same on every node. */
    public byte[] code(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.current().bytes(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] apply(int mode, VaultKey key, byte[] nonce, byte[] content, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed cannot be opened", e);
        }
    }
}
