// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** The body of an answer, of which no more is read than it may have, and no longer than it may take. */
final class BoundedEntity extends HttpEntityWrapper {
    private final long largest;
    private final long end;

    BoundedEntity(HttpEntity entity, long largest, Duration time) {
        super(entity);
        this.largest = largest;
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Bounded(super.getContent());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream content = getContent()) {
            content.transferTo(out);
        }
    }

    private final class Bounded extends FilterInputStream {
        private long left = largest;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the answer is too large");
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("the answer takes too long");
            }
        }
    }
}
