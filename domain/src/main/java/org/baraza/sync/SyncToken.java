// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The restore_id: 32 hex digits that sort by time, so that the log grows at its end. It is no secret. */
final class SyncToken {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private SyncToken() {}

    static String fresh(long nowMillis) {
        UUID random = UUID.randomUUID();
        long high = nowMillis << 16 | 0x7000 | ThreadLocalRandom.current().nextInt(0x1000);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(random.getLeastSignificantBits());
    }

    /** Whether the text can be a restore_id at all. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
