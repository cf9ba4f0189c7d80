// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** A strict look at bytes that claim to be UTF-8: the parser's own decoder lets overlong forms pass. */
final class Utf8 {

    private static final int CHUNK = 2048;

    private Utf8() {}

    static void requireValid(byte[] document) throws XmlRejected {
        ByteBuffer bytes = ByteBuffer.wrap(document);
        CharBuffer chunk = CharBuffer.allocate(CHUNK);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (bytes.hasRemaining()) {
            if (decoder.decode(bytes, chunk.clear(), true).isError()) {
                throw new XmlRejected(
                        XmlRejected.Reason.ENCODING, "byte " + (bytes.position() + 1) + " is not valid UTF-8");
            }
        }
    }
}
