// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which files count as attachments of a form (device protocol: request, limits). Others are kept, but set aside. */
final class AttachmentRules {
    /** Most bytes of one file. */
    static final long LARGEST = 50L * 1024 * 1024;

    static final String TOO_LARGE = "It is larger than 50 MiB and was not kept.";

    private static final int MOST = 100;

    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "png", "pdf", "mp3", "wav", "amr", "ogg", "qcp", "mp4", "mpg", "mpeg", "mpg4", "mpeg4",
            "m4v", "3gp", "3gpp", "3ga", "3g2", "3gp2", "html", "rtf", "txt", "docx", "xlsx", "msg");
    private static final Set<String> TYPES = Set.of("application/octet-stream", "application/pdf");
    private static final Set<String> FAMILIES = Set.of("audio", "image", "video");

    private AttachmentRules() {}

    /** Why a file is set aside, from its name, type and how many came before it; empty when it is fine. */
    static Optional<String> setAside(String name, String contentType, int before) {
        if (before >= MOST) {
            return Optional.of("A form takes " + MOST + " attachments; this is one more.");
        }
        return extensionFits(name) || typeFits(contentType)
                ? Optional.empty()
                : Optional.of("This kind of file is not an attachment of forms.");
    }

    private static boolean extensionFits(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean typeFits(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        return TYPES.contains(type) || (slash > 0 && FAMILIES.contains(type.substring(0, slash)));
    }
}
