// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the parts of a {@code multipart/form-data} body one after the other, in a buffer of fixed size (device
 * protocol: request).
 *
 * <p>Lines may end in CRLF or LF, anything may stand before the first boundary (within the header limit) and after the
 * closing one, which needs no line end. Whoever asks for the next part gives up the current one. Not safe for several
 * threads at once; the stream is never closed.
 */
public final class MultipartReader {

    private static final int LONGEST_BOUNDARY = 200;
    private static final int SMALLEST_WINDOW = 16 * 1024;

    private final MultipartLimits limits;
    private final Window window;
    private final PartContent content;
    private int parts;
    private boolean begun;

    private MultipartReader(InputStream body, String boundary, MultipartLimits limits) {
        this.limits = limits;
        this.window = new Window(body, Math.max(SMALLEST_WINDOW, 2 * limits.headerBytes()));
        this.content = new PartContent(window, new Needle(("\n--" + boundary).getBytes(ISO_8859_1)));
    }

    /** A reader for a body of that content type. */
    public static MultipartReader of(InputStream body, String contentType, MultipartLimits limits)
            throws MalformedBody {
        HeaderValue type = HeaderValue.of(contentType);
        String boundary = type.parameter("boundary").orElse("");
        boolean usable = type.value().equals("multipart/form-data")
                && !boundary.isEmpty()
                && boundary.length() <= LONGEST_BOUNDARY
                && boundary.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!usable) {
            throw new MalformedBody(MalformedBody.Reason.NO_BOUNDARY);
        }
        return new MultipartReader(body, boundary, limits);
    }

    /** Whether a content type is the one this reader is for. */
    public static boolean isMultipart(String contentType) {
        return HeaderValue.of(contentType).value().equals("multipart/form-data");
    }

    /** The next part, or nothing after the closing boundary. */
    public Optional<Part> next() throws IOException {
        if (begun) {
            content.skip(Long.MAX_VALUE, MalformedBody.Reason.TRUNCATED);
        } else {
            begun = true;
            content.skip(limits.headerBytes(), MalformedBody.Reason.NO_PARTS);
        }
        if (content.isLast()) {
            return Optional.empty();
        }
        parts++;
        if (parts > limits.parts()) {
            throw new MalformedBody(MalformedBody.Reason.TOO_MANY_PARTS);
        }
        PartHeaders headers = PartHeaders.of(headerLines());
        content.begin();
        return Optional.of(new Part(headers, content));
    }

    /** Reads up to the line end of the empty line after the headers, and leaves that line end in the window. */
    private List<String> headerLines() throws IOException {
        List<String> lines = new ArrayList<>();
        int left = limits.headerBytes();
        while (true) {
            int lineEnd = lineEnd(left);
            int textEnd = lineEnd > 0 && window.at(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            if (textEnd == 0) {
                window.drop(lineEnd);
                return lines;
            }
            String line = window.text(0, textEnd);
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                lines.addLast(lines.removeLast() + line);
            } else {
                lines.add(line);
            }
            window.drop(lineEnd + 1);
            left -= lineEnd + 1;
        }
    }

    private int lineEnd(int atMost) throws IOException {
        for (int i = 0; i < atMost; i++) {
            if (!window.has(i + 1)) {
                throw new MalformedBody(MalformedBody.Reason.TRUNCATED);
            }
            if (window.at(i) == '\n') {
                return i;
            }
        }
        throw new MalformedBody(MalformedBody.Reason.LONG_HEADERS);
    }
}
