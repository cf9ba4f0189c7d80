// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.baraza.exchange.exports.ExportFormat;
import org.springframework.http.ContentDisposition;

/** A file that somebody keeps: its type is told by its name, and no browser guesses another. */
final class SentFile {
    private SentFile() {}

    static void head(HttpServletResponse response, String name) {
        head(response, name, ContentDisposition.attachment());
    }

    /** For pages that spreadsheets open from the web. */
    static void inline(HttpServletResponse response, String name) {
        head(response, name, ContentDisposition.inline());
    }

    private static void head(HttpServletResponse response, String name, ContentDisposition.Builder disposition) {
        response.setContentType(ExportFormat.contentTypeOf(name));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                disposition.filename(name, StandardCharsets.UTF_8).build().toString());
    }
}
