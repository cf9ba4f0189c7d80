// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a part says of itself: its name, and for a file also a file name and usually a type. */
public final class PartHeaders {

    private static final Set<String> PLAIN_ENCODINGS = Set.of("binary", "8bit", "7bit");

    private final String name;
    private final @Nullable String filename;
    private final @Nullable String contentType;

    private PartHeaders(String name, @Nullable String filename, @Nullable String contentType) {
        this.name = name;
        this.filename = filename;
        this.contentType = contentType;
    }

    static PartHeaders of(List<String> lines) throws MalformedBody {
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedBody(MalformedBody.Reason.BAD_HEADERS);
            }
            fields.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String encoding = fields.getOrDefault("content-transfer-encoding", "binary");
        if (!PLAIN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new MalformedBody(MalformedBody.Reason.TRANSFER_ENCODING);
        }
        HeaderValue disposition = HeaderValue.of(fields.getOrDefault("content-disposition", ""));
        String name = disposition
                .extendedParameter("name")
                .filter(_ -> disposition.value().equals("form-data"))
                .orElseThrow(() -> new MalformedBody(MalformedBody.Reason.BAD_HEADERS));
        return new PartHeaders(
                name, disposition.extendedParameter("filename").orElse(null), fields.get("content-type"));
    }

    /** The name of the form field. */
    public String name() {
        return name;
    }

    /** The name the file has with its sender, not checked in any way; without one the part is an ordinary field. */
    public Optional<String> filename() {
        return Optional.ofNullable(filename);
    }

    /** The type as sent, parameters included. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }
}
