// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows that were put into a file, because their source tells them when it likes and not when they are wanted. */
public final class KeptRows implements RowReader {
    private static final int END = -1;

    private final DataInputStream in;
    private final Columns columns;
    private @Nullable DataRow next;

    private KeptRows(DataInputStream in) throws IOException {
        this.in = in;
        DataRow header = read();
        columns = new Columns(header == null ? List.of() : header.texts());
        next = read();
    }

    /** Writes rows. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        void write(DataRow row) throws IOException {
            out.writeInt(row.number());
            out.writeInt(row.texts().size());
            for (String text : row.texts()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            out.writeInt(row.broken().size());
            for (int column : row.broken()) {
                out.writeInt(column);
            }
        }

        @Override
        public void close() throws IOException {
            out.writeInt(END);
            out.close();
        }
    }

    static KeptRows open(Path file) {
        try {
            return new KeptRows(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public DataRow next() {
        DataRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    private @Nullable DataRow read() throws IOException {
        int number = in.readInt();
        if (number == END) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        List<Integer> broken = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            broken.add(in.readInt());
        }
        return new DataRow(number, texts, broken);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
