// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The raw XML of a form as the database keeps it: raw deflate, without header or checksum. */
final class RawXml {
    private RawXml() {}

    static byte[] pack(byte[] xml) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(xml);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(xml.length / 2 + 64);
            byte[] buffer = new byte[Math.clamp(xml.length, 512, 16_384)];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @param length of the XML that was packed */
    static byte[] unpack(byte[] packed, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] xml = new byte[length];
            int read = 0;
            while (read < length && !inflater.finished()) {
                read += inflater.inflate(xml, read, length - read);
            }
            if (read != length) {
                throw new IllegalStateException("stored form is shorter than it was");
            }
            return xml;
        } catch (DataFormatException e) {
            throw new IllegalStateException("stored form cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
