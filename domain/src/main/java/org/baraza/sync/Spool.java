// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from a fast writer to a slow reader, one thread each. The writer never waits: what the reader has not
 * taken stays in memory up to a bound, the rest in a file that nobody else can see and that is gone when both are done.
 *
 * <p>The reader meets the end only if the writer said so with {@link #finish}; if it failed, the reader fails too.
 */
final class Spool implements AutoCloseable {
    static final int MEMORY = 256 * 1024;
    private static final int CHUNK = 32 * 1024;

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> chunks = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long fileLength;
    private boolean finished;
    private boolean abandoned;
    private @Nullable Throwable failure;

    /** @param folder where a file is made when memory does not suffice */
    Spool(Path folder) {
        this.folder = folder;
    }

    /** Where the writer writes; closing it does nothing, see {@link #finish}. */
    OutputStream sink() {
        return new Sink();
    }

    /** Where the reader reads; waits for bytes, and closing it tells the writer to stop. */
    InputStream source() {
        return new Source();
    }

    /** All is written; call it after flushing the sink. */
    void finish() {
        settle(() -> finished = true);
    }

    /** The reader gets this instead of an end, unless all was written before. */
    void fail(Throwable why) {
        settle(() -> failure = finished ? null : why);
    }

    /** The reader wants no more. */
    @Override
    public void close() {
        settle(() -> {
            abandoned = true;
            chunks.clear();
            inMemory = 0;
            closeFile();
        });
    }

    private void settle(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeFile() {
        FileChannel open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void put(byte[] bytes, int from, int length) throws IOException {
        lock.lock();
        try {
            if (abandoned) {
                throw new IOException("the reader is gone");
            }
            if (file == null && inMemory + length <= MEMORY) {
                chunks.add(java.util.Arrays.copyOfRange(bytes, from, from + length));
                inMemory += length;
            } else {
                append(bytes, from, length);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void append(byte[] bytes, int from, int length) throws IOException {
        FileChannel open = file;
        if (open == null) {
            open = openFile();
            file = open;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
        while (buffer.hasRemaining()) {
            fileLength += open.write(buffer, fileLength);
        }
    }

    private FileChannel openFile() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                Files.createTempFile(folder, "restore-", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private final class Sink extends OutputStream {
        private final byte[] buffer = new byte[CHUNK];
        private int size;

        @Override
        public void write(int b) throws IOException {
            if (size == buffer.length) {
                flush();
            }
            buffer[size++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (size == buffer.length) {
                    flush();
                }
                int part = Math.min(length - done, buffer.length - size);
                System.arraycopy(bytes, from + done, buffer, size, part);
                size += part;
                done += part;
            }
        }

        @Override
        public void flush() throws IOException {
            if (size > 0) {
                put(buffer, 0, size);
                size = 0;
            }
        }
    }

    private final class Source extends InputStream {
        private byte[] chunk = new byte[0];
        private int at;
        private long fileAt;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length) {
                int direct = next(bytes, from, length);
                if (direct != 0) {
                    return direct;
                }
            }
            int part = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, bytes, from, part);
            at += part;
            return part;
        }

        /** Makes the next chunk current and answers 0, or answers what it read from the file, or -1 at the end. */
        private int next(byte[] bytes, int from, int length) throws IOException {
            lock.lock();
            try {
                while (true) {
                    byte[] waiting = chunks.poll();
                    if (waiting != null) {
                        inMemory -= waiting.length;
                        chunk = waiting;
                        at = 0;
                        return 0;
                    }
                    FileChannel open = file;
                    if (open != null && fileAt < fileLength) {
                        int read = open.read(ByteBuffer.wrap(bytes, from, length), fileAt);
                        fileAt += read;
                        return read;
                    }
                    if (failure != null) {
                        throw new IOException("the payload broke off", failure);
                    }
                    if (finished) {
                        return -1;
                    }
                    changed.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the payload", e);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            Spool.this.close();
        }
    }
}
