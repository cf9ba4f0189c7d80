// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Shadow} as bytes: about six a case. Whole numbers in groups of seven bits, those of cases and targets as
 * distances. After the version: owners, link names, then the cases.
 */
final class ShadowBytes {
    private static final int VERSION = 1;

    private ShadowBytes() {}

    static byte[] write(Shadow shadow) {
        var out = new Writer(16 + 8 * shadow.size());
        out.number(VERSION);
        Names owners = new Names();
        Names linkNames = new Names();
        for (int place = 0; place < shadow.size(); place++) {
            owners.place(shadow.owner(place));
        }
        for (int link = 0; link < shadow.linkCount(); link++) {
            linkNames.place(shadow.linkName(link));
        }
        out.texts(owners.all());
        out.texts(linkNames.all());
        out.number(shadow.size());
        int last = 0;
        for (int place = 0; place < shadow.size(); place++) {
            int number = shadow.number(place);
            out.number(number - last);
            out.number(owners.place(shadow.owner(place)) << 1 | (shadow.isClosed(place) ? 1 : 0));
            int end = shadow.firstLink(place + 1);
            out.number(end - shadow.firstLink(place));
            for (int link = shadow.firstLink(place); link < end; link++) {
                out.number(linkNames.place(shadow.linkName(link)) << 1 | (shadow.isExtension(link) ? 1 : 0));
                out.signed(shadow.target(link) - number);
            }
            last = number;
        }
        return out.toByteArray();
    }

    static Shadow read(byte[] bytes) {
        var in = new Reader(bytes);
        int version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("a shadow of version " + version);
        }
        List<String> owners = in.texts();
        List<String> linkNames = in.texts();
        int size = in.number();
        var shadow = new Shadow.Builder();
        int number = 0;
        for (int i = 0; i < size; i++) {
            number += in.number();
            int owner = in.number();
            shadow.add(number, owners.get(owner >> 1), (owner & 1) == 1);
            int links = in.number();
            for (int link = 0; link < links; link++) {
                int kind = in.number();
                shadow.link(linkNames.get(kind >> 1), (kind & 1) == 1, number + in.signed());
            }
        }
        return shadow.build();
    }

    private static final class Writer extends ByteArrayOutputStream {
        Writer(int size) {
            super(size);
        }

        void number(int value) {
            int rest = value;
            while ((rest & ~0x7f) != 0) {
                write(rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            write(rest);
        }

        void signed(int value) {
            number(value << 1 ^ value >> 31);
        }

        void texts(List<String> texts) {
            number(texts.size());
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                number(utf8.length);
                writeBytes(utf8);
            }
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        int signed() {
            int value = number();
            return value >>> 1 ^ -(value & 1);
        }

        List<String> texts() {
            int count = number();
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int length = number();
                texts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
            return texts;
        }
    }
}
