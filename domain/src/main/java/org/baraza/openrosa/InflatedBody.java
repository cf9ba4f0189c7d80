// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;

/**
 * A gzip request body, inflated as it is read, that ends in an exception when it grows beyond its limit or swells more
 * than honest data do. A megabyte is free, so that small, very regular forms pass.
 */
public final class InflatedBody extends InputStream {

    private static final int MOST_TIMES = 100;
    private static final long FREE_BYTES = 1024 * 1024;

    private final Counted compressed;
    private final GZIPInputStream inflated;
    private final long limitBytes;
    private long bytes;

    private InflatedBody(Counted compressed, GZIPInputStream inflated, long limitBytes) {
        this.compressed = compressed;
        this.inflated = inflated;
        this.limitBytes = limitBytes;
    }

    /** Reads the gzip header already. */
    public static InflatedBody of(InputStream gzip, long limitBytes) throws IOException {
        Counted compressed = new Counted(gzip);
        try {
            return new InflatedBody(compressed, new GZIPInputStream(compressed, 4096), limitBytes);
        } catch (ZipException | EOFException notGzip) {
            throw new MalformedBody(MalformedBody.Reason.NOT_GZIP);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = inflate(target, offset, length);
        bytes += Math.max(read, 0);
        if (bytes > limitBytes) {
            throw new BodyTooLarge(limitBytes);
        }
        if (bytes > FREE_BYTES && bytes / MOST_TIMES > compressed.bytes) {
            throw new MalformedBody(MalformedBody.Reason.COMPRESSION_BOMB);
        }
        return read;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflated.read(target, offset, length);
        } catch (EOFException cut) {
            throw new MalformedBody(MalformedBody.Reason.TRUNCATED);
        } catch (ZipException broken) {
            throw new MalformedBody(MalformedBody.Reason.NOT_GZIP);
        }
    }

    /** Frees the inflater; the request's own stream stays open. */
    @Override
    public void close() throws IOException {
        inflated.close();
    }

    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() {}
    }
}
