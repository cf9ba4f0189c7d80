// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.baraza.memory.ShortMemory;

/**
 * Which passwords were right a few minutes ago, so that a phone does not pay for a slow hash with every request. Nothing
 * that is held can be turned back into a password: it is an HMAC under a key that this process made for itself, over the
 * account, its credential version and the password, so a new version ends what was remembered under the old one.
 */
public final class RememberedChecks {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 200_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final ShortMemory<ByteBuffer, Boolean> right;

    public RememberedChecks(Clock clock) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.right = new ShortMemory<>(clock, LIFE, MOST);
    }

    public boolean knows(String userId, int version, String password) {
        return password.length() <= PasswordRules.LONGEST
                && right.get(digest(userId, version, password)).isPresent();
    }

    public void remember(String userId, int version, String password) {
        right.put(digest(userId, version, password), true);
    }

    private ByteBuffer digest(String userId, int version, String password) {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(version)
                    .putInt(user.length)
                    .flip());
            mac.update(user);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
