// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes that an authenticator app shows (RFC 6238): six digits, another every half minute. */
public final class OneTimeCodes {
    /** How long one code lasts. */
    public static final Duration STEP = Duration.ofSeconds(30);

    /** Fit for every app. */
    public static final int SECRET_BYTES = 20;

    private static final int MODULUS = 1_000_000;
    /** Clocks of phones may be off, and people take time to type. */
    private static final int SLACK = 1;

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private OneTimeCodes() {}

    /** The code of a moment. */
    public static String at(byte[] secret, Instant now) {
        return code(secret, step(now));
    }

    /**
     * The step that a code is of, if it is right now.
     *
     * @param after codes of this step and of those before it do not count any more
     */
    public static Optional<Long> step(byte[] secret, String code, Instant now, long after) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        byte[] shown = code.getBytes(StandardCharsets.US_ASCII);
        Optional<Long> found = Optional.empty();
        long current = step(now);
        for (long step = current - SLACK; step <= current + SLACK; step++) {
            boolean right = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII), shown);
            if (right && step > after) {
                found = Optional.of(step);
            }
        }
        return found;
    }

    private static long step(Instant now) {
        return now.getEpochSecond() / STEP.toSeconds();
    }

    private static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** A secret as people type it into their app, and as it stands in the picture that the app reads. */
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret) {
            buffer = (buffer << Byte.SIZE) | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                text.append(BASE32.charAt((buffer >> bits) & 0x1f));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (BASE32_BITS - bits)) & 0x1f));
        }
        return text.toString();
    }
}
