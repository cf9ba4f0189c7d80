// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Ids of DHIS2: a letter and ten letters or digits. What we make there has an id that follows from what it is made of, so that it is
 * the same one however often it is sent.
 */
final class Uids {
    static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9]{10}");
    static final String OTHERWISE = "an id of DHIS2 is wanted: a letter and ten letters or digits.";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ALL = LETTERS + "0123456789";
    private static final int LENGTH = 11;
    private static final int BYTE = 0xff;

    private Uids() {}

    /** The id of what is made of that. */
    static String of(String... parts) {
        byte[] hash = hash(String.join("\n", parts));
        StringBuilder uid = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            // Two bytes each, so that no letter is much more likely than another.
            int number = (hash[2 * index] & BYTE) << Byte.SIZE | (hash[2 * index + 1] & BYTE);
            String letters = index == 0 ? LETTERS : ALL;
            uid.append(letters.charAt(number % letters.length()));
        }
        return uid.toString();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
