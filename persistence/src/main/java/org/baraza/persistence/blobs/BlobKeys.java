// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.util.UUID;
import java.util.regex.Pattern;

/** Keys of blobs: random, with the first letters in front, so that folders stay small. */
public final class BlobKeys {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{32}");

    private BlobKeys() {}

    public static String fresh() {
        String id = UUID.randomUUID().toString().replace("-", "");
        return id.substring(0, 2) + "/" + id;
    }

    /** The key, if it is one. */
    public static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a blob key");
        }
        return key;
    }
}
