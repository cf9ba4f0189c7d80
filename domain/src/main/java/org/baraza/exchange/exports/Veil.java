// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hides ids and dates of a project: the same each time, and for nobody to undo who does not have the secret. */
public final class Veil {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 10;
    private static final int MOST_DAYS = 365;
    private static final int DATE = "2024-03-01".length();

    private final SecretKeySpec key;

    Veil(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String id(String value) {
        return value.isEmpty() ? value : HexFormat.of().formatHex(hash("id", value), 0, ID_BYTES);
    }

    /** A date, or a date with a time, moved into the past by days that only the document decides; nothing of other texts. */
    String date(String value, String documentId) {
        if (value.length() < DATE) {
            return "";
        }
        try {
            return LocalDate.parse(value.substring(0, DATE)).minusDays(days(documentId)) + value.substring(DATE);
        } catch (DateTimeException noDate) {
            return "";
        }
    }

    private int days(String documentId) {
        return 1 + Math.floorMod(ByteBuffer.wrap(hash("date", documentId)).getInt(), MOST_DAYS);
    }

    private byte[] hash(String use, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
