// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The file around a workbook of the old kind: a compound file whose only stream is the workbook. Its parts are written in the
 * order head, lists of tables, tables, directory, stream, each known from the length of the stream, so that nothing is held.
 */
final class OldContainer {
    private static final int SECTOR = 512;
    private static final int NUMBERS = SECTOR / Integer.BYTES;
    private static final int TABLES_IN_HEAD = 109;
    /** Shorter streams would be kept in another way. */
    private static final int SHORTEST = 4_096;

    private static final long LONGEST = Integer.MAX_VALUE - SHORTEST;
    private static final int FREE = -1;
    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int LIST = -4;
    private static final int NAME_BYTES = 64;
    private static final byte[] MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final long length;
    private final int sectors;
    private final int tables;
    private final int lists;

    /** @param bytes of the stream; a shorter one is filled up by whoever writes it */
    OldContainer(long bytes) {
        if (bytes > LONGEST) {
            throw OldWorkbookWriter.tooLarge();
        }
        this.length = padded(bytes);
        this.sectors = (int) (length / SECTOR);
        int needed = 0;
        int listed = 0;
        while (needed * NUMBERS < sectors + 1 + needed + listed) {
            needed++;
            listed = Math.ceilDiv(Math.max(0, needed - TABLES_IN_HEAD), NUMBERS - 1);
        }
        this.tables = needed;
        this.lists = listed;
    }

    /** As many bytes as the stream takes up. */
    static long padded(long bytes) {
        return Math.ceilDiv(Math.max(bytes, SHORTEST), (long) SECTOR) * SECTOR;
    }

    /** Writes what stands before the stream. */
    void begin(OutputStream out) throws IOException {
        head(out);
        lists(out);
        tables(out);
        directory(out);
    }

    private int firstTable() {
        return lists;
    }

    private int directory() {
        return lists + tables;
    }

    private int first() {
        return directory() + 1;
    }

    private static ByteBuffer sector() {
        return ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void head(OutputStream out) throws IOException {
        ByteBuffer head = sector().put(MAGIC).put(new byte[16]);
        head.putShort((short) 0x3E).putShort((short) 3).putShort((short) 0xFFFE);
        head.putShort((short) 9).putShort((short) 6).put(new byte[10]);
        head.putInt(tables).putInt(directory()).putInt(0).putInt(SHORTEST);
        head.putInt(END).putInt(0);
        head.putInt(lists == 0 ? END : 0).putInt(lists);
        for (int table = 0; table < TABLES_IN_HEAD; table++) {
            head.putInt(table < tables ? firstTable() + table : FREE);
        }
        out.write(head.array());
    }

    /** Where those tables stand that the head has no room for. */
    private void lists(OutputStream out) throws IOException {
        int table = TABLES_IN_HEAD;
        for (int list = 0; list < lists; list++) {
            ByteBuffer sector = sector();
            for (int place = 0; place < NUMBERS - 1; place++, table++) {
                sector.putInt(table < tables ? firstTable() + table : FREE);
            }
            out.write(sector.putInt(list + 1 < lists ? list + 1 : END).array());
        }
    }

    /** Which sector follows which. */
    private void tables(OutputStream out) throws IOException {
        int all = first() + sectors;
        for (int table = 0; table < tables; table++) {
            ByteBuffer sector = sector();
            for (int number = table * NUMBERS; number < (table + 1) * NUMBERS; number++) {
                sector.putInt(next(number, all));
            }
            out.write(sector.array());
        }
    }

    private int next(int number, int all) {
        if (number < firstTable()) {
            return LIST;
        }
        if (number < directory()) {
            return TABLE;
        }
        if (number >= all) {
            return FREE;
        }
        return number == directory() || number == all - 1 ? END : number + 1;
    }

    private void directory(OutputStream out) throws IOException {
        ByteBuffer sector = sector();
        entry(sector, "Root Entry", 5, 1, END, 0);
        entry(sector, "Workbook", 2, FREE, first(), (int) length);
        entry(sector, "", 0, FREE, 0, 0);
        entry(sector, "", 0, FREE, 0, 0);
        out.write(sector.array());
    }

    private static void entry(ByteBuffer sector, String name, int kind, int child, int first, int bytes) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
        sector.put(letters).put(new byte[NAME_BYTES - letters.length]);
        sector.putShort((short) (name.isEmpty() ? 0 : letters.length + 2));
        sector.put((byte) kind).put((byte) 1);
        sector.putInt(FREE).putInt(FREE).putInt(child).put(new byte[36]);
        sector.putInt(first).putInt(bytes).putInt(0);
    }
}
