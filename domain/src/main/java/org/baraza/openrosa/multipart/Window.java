// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** The stretch of the stream that is in memory: bytes from {@code start} to {@code end} of a fixed buffer. */
final class Window {

    private final InputStream in;
    private final byte[] buffer;
    private int start;
    private int end;

    /** A window that begins with a line end of its own, so that every boundary follows one. */
    Window(InputStream in, int size) {
        this.in = in;
        this.buffer = new byte[size];
        this.buffer[0] = '\n';
        this.end = 1;
    }

    int length() {
        return end - start;
    }

    byte at(int offset) {
        return buffer[start + offset];
    }

    /** Where the needle begins, counted from the window's start, or -1. */
    int find(Needle needle, int fromOffset) {
        int at = needle.indexIn(buffer, start + fromOffset, end);
        return at < 0 ? -1 : at - start;
    }

    int copy(byte[] target, int offset, int length) {
        System.arraycopy(buffer, start, target, offset, length);
        start += length;
        return length;
    }

    String text(int from, int to) {
        return new String(buffer, start + from, to - from, UTF_8);
    }

    void drop(int length) {
        start += length;
    }

    int capacity() {
        return buffer.length;
    }

    /** Reads on; false at the end of the stream. The window must not be full. */
    boolean fill() throws IOException {
        if (start > 0 && (end == buffer.length || start == end)) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    /** Whether that many bytes are in memory, reading on until they are. */
    boolean has(int wanted) throws IOException {
        while (length() < wanted) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }
}
