// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.baraza.apps.AppMedia;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The form in which one media file of an app is sent: {@code path}, and its content as {@code Filedata}. Gone when it is closed. */
final class SentMediaFile implements AutoCloseable {
    private static final String FILE = "Filedata";
    private static final MultipartLimits LIMITS = new MultipartLimits(20, 8 * 1024);
    private static final int LONGEST_PATH = 2 * 1024;

    private final Path content;
    private String path = "";

    private SentMediaFile() throws IOException {
        this.content = Files.createTempFile("media-", ".part");
    }

    /** Reads the form, whose fields come in any order. */
    static SentMediaFile read(HttpServletRequest request) throws IOException {
        SentMediaFile file = new SentMediaFile();
        try {
            file.take(request);
            return file;
        } catch (MalformedBody | BodyTooLarge unfit) {
            file.close();
            throw missing();
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void take(HttpServletRequest request) throws IOException, MalformedBody, BodyTooLarge {
        MultipartReader parts = MultipartReader.of(
                request.getInputStream(),
                Optional.ofNullable(request.getContentType()).orElse(""),
                LIMITS);
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            switch (part.get().headers().name()) {
                case "path" -> path = new String(part.get().bytes(LONGEST_PATH), StandardCharsets.UTF_8).strip();
                case FILE -> keep(part.get().content());
                default -> {
                    // not asked for
                }
            }
        }
        if (Files.size(content) == 0) {
            throw missing();
        }
    }

    private void keep(InputStream in) throws IOException {
        try (OutputStream out = Files.newOutputStream(content)) {
            long size = 0;
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > AppMedia.LARGEST) {
                    throw new Refused(
                            Problem.Invalid.field(FILE, "FILE_TOO_LARGE", "A media file has at most 50 megabytes."));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static Refused missing() {
        return new Refused(Problem.Invalid.field(FILE, "FILE_MISSING", FILE + " is required"));
    }

    String path() {
        return path;
    }

    Path content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }
}
