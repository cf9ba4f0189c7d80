// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;

/**
 * A form with files whose first fields were read and can be read again. Only its beginning is looked at: behind it may be a
 * large file of somebody who is not known.
 */
final class PeekedForm extends HttpServletRequestWrapper {
    private static final int BEGINNING = 16 * 1024;
    private static final int LONGEST_FIELD = 1_024;
    private static final MultipartLimits LIMITS = new MultipartLimits(10, 8 * 1024);

    private final Map<String, String> fields;
    private final Whole body;

    private PeekedForm(HttpServletRequest request, Map<String, String> fields, Whole body) {
        super(request);
        this.fields = fields;
        this.body = body;
    }

    static PeekedForm of(HttpServletRequest request) throws IOException {
        ServletInputStream sent = request.getInputStream();
        byte[] beginning = sent.readNBytes(BEGINNING);
        return new PeekedForm(request, fields(beginning, request.getContentType()), new Whole(beginning, sent));
    }

    /** Those before the first file. Where the beginning ends within one, it is as if that were not there. */
    private static Map<String, String> fields(byte[] beginning, String type) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try {
            MultipartReader parts = MultipartReader.of(new ByteArrayInputStream(beginning), type, LIMITS);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().headers().filename().isPresent()) {
                    return fields;
                }
                fields.put(
                        part.get().headers().name(),
                        new String(part.get().bytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip());
            }
        } catch (MalformedBody | BodyTooLarge unfit) {
            // Whoever reads the whole says what is wrong with it.
            return fields;
        }
        return fields;
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    /** The beginning, and what comes behind it. */
    private static final class Whole extends ServletInputStream {
        private final ByteArrayInputStream beginning;
        private final ServletInputStream rest;

        private Whole(byte[] beginning, ServletInputStream rest) {
            this.beginning = new ByteArrayInputStream(beginning);
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            return beginning.available() > 0 ? beginning.read() : rest.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return beginning.available() > 0 ? beginning.read(into, offset, length) : rest.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return beginning.available() == 0 && rest.isFinished();
        }

        @Override
        public boolean isReady() {
            return beginning.available() > 0 || rest.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("a part of the body is here already");
        }
    }
}
