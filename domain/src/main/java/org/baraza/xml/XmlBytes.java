// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.io.IOException;
import java.io.OutputStream;

/** A buffer before a stream that takes characters and writes UTF-8, escaped as text or as an attribute value. */
final class XmlBytes {

    private static final int LONGEST_CHARACTER = 8;
    private static final int REPLACEMENT = 0xFFFD;

    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private int size;

    XmlBytes(OutputStream out) {
        this.out = out;
    }

    void markup(char c) throws IOException {
        makeRoom();
        buffer[size++] = (byte) c;
    }

    /** A piece of markup that needs no escaping. */
    void markup(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            makeRoom();
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[size++] = (byte) c;
            } else {
                i += wide(text, i);
            }
        }
    }

    void text(String text) throws IOException {
        for (int i = copyPlain(text, 0); i < text.length(); i = copyPlain(text, i + 1)) {
            makeRoom();
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == '"') {
                buffer[size++] = (byte) c;
            } else {
                i += special(text, i);
            }
        }
    }

    void attributeValue(String text) throws IOException {
        for (int i = copyPlain(text, 0); i < text.length(); i = copyPlain(text, i + 1)) {
            makeRoom();
            i += special(text, i);
        }
    }

    /**
     * Copies characters that stand for themselves wherever they are; nearly all do, so this is where the time goes.
     *
     * @return where it came upon another, or the end
     */
    private int copyPlain(String text, int from) throws IOException {
        int i = from;
        while (i < text.length()) {
            makeRoom();
            byte[] to = buffer;
            int at = size;
            int end = Math.min(text.length(), i + to.length - at);
            int start = i;
            while (i < end && isPlain(text.charAt(i))) {
                to[at++] = (byte) text.charAt(i++);
            }
            size = at;
            if (i < end || i == start) {
                break;
            }
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
    }

    /** Bytes that are XML already. */
    void bytes(byte[] xml, int from, int length) throws IOException {
        if (length > buffer.length - size) {
            drain();
        }
        if (length > buffer.length) {
            out.write(xml, from, length);
        } else {
            System.arraycopy(xml, from, buffer, size, length);
            size += length;
        }
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Writes what needs escaping, replacing or more than one byte; returns how many further chars it took. */
    private int special(String text, int i) throws IOException {
        char c = text.charAt(i);
        if (c >= 0x7F) {
            return wide(text, i);
        }
        String reference = switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\t' -> "&#9;";
            case '\n' -> "&#10;";
            case '\r' -> "&#13;";
            default -> "\uFFFD";
        };
        markup(reference);
        return 0;
    }

    private int wide(String text, int i) throws IOException {
        int c = text.codePointAt(i);
        int further = Character.charCount(c) - 1;
        boolean forbidden = (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
        put(forbidden ? REPLACEMENT : c);
        return further;
    }

    private void put(int c) {
        if (c < 0x80) {
            buffer[size++] = (byte) c;
        } else if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | (c >> 6));
            buffer[size++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            buffer[size++] = (byte) (0xE0 | (c >> 12));
            buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            buffer[size++] = (byte) (0x80 | (c & 0x3F));
        } else {
            buffer[size++] = (byte) (0xF0 | (c >> 18));
            buffer[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            buffer[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void makeRoom() throws IOException {
        if (size > buffer.length - LONGEST_CHARACTER) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
