// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash with all it takes to check a password against it, written as a PHC string. */
record PasswordHash(Cost cost, byte[] salt, byte[] hash) {
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** How much memory (KiB), how many passes and how many lanes a hash takes. */
    record Cost(int memory, int passes, int lanes) {
        static final Cost OURS = new Cost(19 * 1024, 2, 1);
    }

    static PasswordHash of(String password, byte[] salt) {
        return new PasswordHash(Cost.OURS, salt, argon2id(password, Cost.OURS, salt, HASH_BYTES));
    }

    static PasswordHash parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var cost = new Cost(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
    }

    /** Takes the same time whatever is wrong with the password. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, argon2id(password, cost, salt, hash.length));
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static byte[] argon2id(String password, Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
