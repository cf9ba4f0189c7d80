// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of what a phone holds: the MD5 digests of all case ids, XORed (device protocol: state hash). Adding a
 * case and taking it away again are the same step, so it is kept up to date with what changes.
 */
final class StateHash {
    private static final int LENGTH = 16;

    private final byte[] bytes;
    private final MessageDigest md5;

    private StateHash(byte[] bytes) {
        this.bytes = bytes;
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of no cases. */
    static StateHash none() {
        return new StateHash(new byte[LENGTH]);
    }

    static StateHash of(byte[] bytes) {
        return new StateHash(bytes.clone());
    }

    StateHash copy() {
        return new StateHash(bytes.clone());
    }

    /** Adds the case, or takes it away if it is in. */
    void toggle(String caseId) {
        byte[] digest = md5.digest(caseId.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] ^= digest[i];
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** 32 hex digits. */
    String hex() {
        return HexFormat.of().formatHex(bytes);
    }
}
