// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/**
 * A payload that is kept, as a phone takes it: piece by piece, without a connection in between. One that is dropped meanwhile
 * breaks off rather than ends.
 */
final class KeptPayload extends InputStream {
    private final Transactions transactions;
    private final ProjectId project;
    private final UUID payloadId;
    private final PayloadStore pieces = new PayloadStore();
    private final int count;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    /** @param count of all its pieces */
    KeptPayload(Transactions transactions, ProjectId project, UUID payloadId, int count) {
        this.transactions = transactions;
        this.project = project;
        this.payloadId = payloadId;
        this.count = count;
    }

    /** Its bytes as the request takes them. */
    static InputStream readable(InputStream kept, RestoreRequest request) throws IOException {
        return request.gzip() ? kept : new GZIPInputStream(kept);
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, part);
        at += part;
        return part;
    }

    private boolean fill() throws IOException {
        while (at == piece.length) {
            if (next == count) {
                return false;
            }
            Optional<byte[]> found =
                    ProjectScope.in(project, () -> transactions.read(tx -> pieces.piece(tx, payloadId, next)));
            piece = found.orElseThrow(() -> new IOException("the kept payload is gone"));
            next++;
            at = 0;
        }
        return true;
    }

    /** Collects bytes into pieces. */
    abstract static class Sink extends java.io.OutputStream {
        static final int PIECE = 1024 * 1024;

        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(PIECE);
        private int count;

        /** Keeps a piece; they come in order, counted from 0. */
        abstract void keep(int pieceNo, byte[] bytes);

        @Override
        public void write(int b) {
            buffer.write(b);
            keepIfFull();
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            buffer.write(bytes, from, length);
            keepIfFull();
        }

        private void keepIfFull() {
            if (buffer.size() >= PIECE) {
                keepAll();
            }
        }

        /** Keeps what is left; tells how many pieces there are. */
        int finish() {
            if (buffer.size() > 0) {
                keepAll();
            }
            return count;
        }

        private void keepAll() {
            keep(count++, buffer.toByteArray());
            buffer.reset();
        }
    }
}
