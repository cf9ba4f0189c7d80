// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Documents of two bytes a character, with a byte order mark or without: decoded here, strictly, because the parser's
 * own decoder replaces what is malformed.
 */
final class WideEncoding {

    private WideEncoding() {}

    /** The characters of a UTF-16 document without its byte order mark; empty for encodings of single bytes. */
    static Optional<String> decoded(byte[] document) throws XmlRejected {
        int start = start(document);
        return switch (start) {
            case 0xFEFF -> Optional.of(decoded(document, 2, StandardCharsets.UTF_16BE));
            case 0xFFFE -> Optional.of(decoded(document, 2, StandardCharsets.UTF_16LE));
            case 0x003C -> Optional.of(decoded(document, 0, StandardCharsets.UTF_16BE));
            case 0x3C00 -> Optional.of(decoded(document, 0, StandardCharsets.UTF_16LE));
            case 0x0000 -> throw unreadable();
            default -> Optional.empty();
        };
    }

    private static int start(byte[] document) {
        return document.length < 2 ? -1 : ((document[0] & 0xFF) << 8) | (document[1] & 0xFF);
    }

    private static String decoded(byte[] document, int from, Charset charset) throws XmlRejected {
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(document, from, document.length - from))
                    .toString();
            if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
                throw unreadable();
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw unreadable();
        }
    }

    private static XmlRejected unreadable() {
        return new XmlRejected(XmlRejected.Reason.ENCODING, "the bytes are not valid in UTF-8 or UTF-16");
    }
}
