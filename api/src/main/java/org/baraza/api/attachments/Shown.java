// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.attachments;

import java.util.Locale;
import java.util.Set;

/** Kinds of file that a browser shows by itself and that cannot carry a script. */
final class Shown {
    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp", "image/bmp");

    private Shown() {}

    static boolean is(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return PICTURES.contains(type) || type.startsWith("audio/") || type.startsWith("video/");
    }
}
