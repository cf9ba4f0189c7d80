// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;

/** The form in which a program sends an app: its name and its source. */
record AppUpload(Optional<String> name, Optional<byte[]> file) {
    private static final MultipartLimits LIMITS = new MultipartLimits(10, 8 * 1024);
    private static final int LONGEST_NAME = 4 * 1024;
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** What was sent cannot be read as such a form. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    static AppUpload read(HttpServletRequest request) throws IOException, Unreadable {
        Optional<String> name = Optional.empty();
        Optional<byte[]> file = Optional.empty();
        try {
            MultipartReader parts = MultipartReader.of(
                    request.getInputStream(),
                    Optional.ofNullable(request.getContentType()).orElse(""),
                    LIMITS);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                switch (part.get().headers().name()) {
                    case "app_name" ->
                        name = Optional.of(new String(part.get().bytes(LONGEST_NAME), StandardCharsets.UTF_8).strip());
                    case "app_file" -> file = Optional.of(part.get().bytes(LARGEST_FILE));
                    default -> {
                        // not asked for
                    }
                }
            }
        } catch (MalformedBody | BodyTooLarge unfit) {
            throw new Unreadable(unfit);
        }
        return new AppUpload(name.filter(text -> !text.isEmpty()), file.filter(bytes -> bytes.length > 0));
    }
}
