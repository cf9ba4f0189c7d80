// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.baraza.identity.credentials.Secrets;

/** Codes for paper. They are long and random, so a fast digest is enough to keep them. */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    /** New codes, and what is kept of them. */
    record Fresh(List<String> codes, List<byte[]> hashes) {
        @Override
        public String toString() {
            return "Fresh";
        }
    }

    Fresh fresh(String userId) {
        List<String> codes = Stream.generate(this::code).limit(COUNT).toList();
        return new Fresh(codes, codes.stream().map(code -> hash(userId, code)).toList());
    }

    /** However she types it. */
    byte[] hash(String userId, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return Secrets.digest(userId + "/" + plain);
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
