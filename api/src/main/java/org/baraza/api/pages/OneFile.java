// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** The one file of a form that is looked at while its sender waits; gone when it is closed. */
public final class OneFile implements AutoCloseable {
    private static final MultipartLimits LIMITS = new MultipartLimits(10, 8 * 1024);
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final String name;

    private OneFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Reads the form.
     *
     * @param field the file's
     * @param largest in bytes; a larger one is refused
     */
    public static OneFile read(HttpServletRequest request, String field, long largest) throws IOException {
        try {
            @Nullable String type = request.getContentType();
            MultipartReader parts = MultipartReader.of(request.getInputStream(), type == null ? "" : type, LIMITS);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().headers().name().equals(field)) {
                    return kept(part.get(), field, largest);
                }
            }
        } catch (MalformedBody | BodyTooLarge unfit) {
            throw missing(field);
        }
        throw missing(field);
    }

    private static OneFile kept(Part part, String field, long largest) throws IOException {
        OneFile file = new OneFile(
                Files.createTempFile("sent-", ".part"),
                part.headers().filename().orElse("file"));
        try (OutputStream out = Files.newOutputStream(file.path)) {
            copy(part.content(), out, field, largest);
            return file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void copy(InputStream content, OutputStream out, String field, long largest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > largest) {
                throw new Refused(Problem.Invalid.field(
                        field, "FILE_TOO_LARGE", "A file has at most " + largest / (1024 * 1024) + " megabytes."));
            }
            out.write(buffer, 0, read);
        }
        if (size == 0) {
            throw missing(field);
        }
    }

    private static Refused missing(String field) {
        return new Refused(Problem.Invalid.field(field, "FILE_MISSING", field + " is required"));
    }

    public Path path() {
        return path;
    }

    /** As its sender called it. */
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
