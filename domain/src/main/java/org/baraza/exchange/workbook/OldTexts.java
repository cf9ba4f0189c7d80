// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The table of texts of a workbook of the old kind, in a file: cells name their texts by their places in it. Of short texts that
 * come early each is there once; whichever come later may be there again, so that they need not be remembered.
 */
final class OldTexts implements AutoCloseable {
    private static final int TABLE = 0x00FC;
    private static final int CONTINUED = 0x003C;
    private static final int COUNTS_AT = 4;
    private static final int REMEMBERED = 50_000;
    private static final int LONGEST_REMEMBERED = 60;
    private static final int LENGTH_AND_KIND = 3;
    private static final int LARGEST_NARROW = 0xFF;

    private final Path file;
    private final OutputStream out;
    private final OldRecord record = new OldRecord();
    private final Map<String, Integer> known = new HashMap<>();
    private int texts;
    private int uses;

    OldTexts(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        record.begin(TABLE).u32(0).u32(0);
    }

    /** The place of the text. */
    int place(String text) throws IOException {
        uses++;
        Integer before = known.get(text);
        if (before != null) {
            return before;
        }
        if (known.size() < REMEMBERED && text.length() <= LONGEST_REMEMBERED) {
            known.put(text, texts);
        }
        write(text);
        return texts++;
    }

    /** A text may go on in the next record, which says again how wide its letters are. */
    private void write(String text) throws IOException {
        int wide = text.chars().anyMatch(letter -> letter > LARGEST_NARROW) ? 1 : 0;
        if (record.room() < LENGTH_AND_KIND + 1 + wide) {
            next();
        }
        record.u16(text.length()).u8(wide);
        for (int at = 0; at < text.length(); at++) {
            if (record.room() < 1 + wide) {
                next();
                record.u8(wide);
            }
            if (wide == 1) {
                record.u16(text.charAt(at));
            } else {
                record.u8(text.charAt(at));
            }
        }
    }

    private void next() throws IOException {
        record.end(out);
        record.begin(CONTINUED);
    }

    /** Ends the table; gives the file that it stands in. */
    Path finish() throws IOException {
        record.end(out);
        out.close();
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.seek(COUNTS_AT);
            whole.writeInt(Integer.reverseBytes(uses));
            whole.writeInt(Integer.reverseBytes(texts));
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
