// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A record of a workbook of the old kind in the making: its kind, its length, and as much as records hold. */
final class OldRecord {
    /** Bytes of a record without its head. */
    static final int MOST = 8_224;

    private static final int HEAD = 4;

    private final ByteBuffer bytes = ByteBuffer.allocate(HEAD + MOST).order(ByteOrder.LITTLE_ENDIAN);

    OldRecord begin(int kind) {
        bytes.clear().putShort((short) kind).putShort((short) 0);
        return this;
    }

    OldRecord u8(int number) {
        bytes.put((byte) number);
        return this;
    }

    OldRecord u16(int number) {
        bytes.putShort((short) number);
        return this;
    }

    OldRecord u32(int number) {
        bytes.putInt(number);
        return this;
    }

    OldRecord real(double number) {
        bytes.putDouble(number);
        return this;
    }

    /** How many more bytes it can hold. */
    int room() {
        return bytes.remaining();
    }

    void end(OutputStream out) throws IOException {
        bytes.putShort(2, (short) (bytes.position() - HEAD));
        out.write(bytes.array(), 0, bytes.position());
    }
}
