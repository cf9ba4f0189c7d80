// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.baraza.persistence.crash.CrashPoint;

/** Writes beside the store, then moves the finished file in: a reader never meets half a blob. */
final class FileBlobWriter extends BlobWriter {
    private final Path incoming;
    private final Path target;
    private final String key;
    private final FileChannel channel;
    private boolean committed;

    FileBlobWriter(Path incoming, Path target, String key) throws IOException {
        this.incoming = incoming;
        this.target = target;
        this.key = key;
        this.channel = FileChannel.open(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public String commit() throws IOException {
        channel.force(true);
        channel.close();
        Path folder = target.resolveSibling(".");
        boolean firstInFolder = Files.notExists(folder);
        Files.createDirectories(folder.normalize());
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        // Below the store there are two levels of folders, which may be as new as the file.
        sync(folder, firstInFolder ? 3 : 1);
        committed = true;
        CrashPoint.AFTER_BLOB.reached();
        return key;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(incoming);
        }
    }

    /** A new entry of a folder is durable only once the folder is. */
    private static void sync(Path folder, int levels) throws IOException {
        Path next = folder;
        for (int level = 0; level < levels; level++) {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.READ)) {
                channel.force(true);
            }
            next = next.resolve("..");
        }
    }
}
