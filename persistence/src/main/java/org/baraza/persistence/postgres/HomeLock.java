// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.jspecify.annotations.Nullable;

/** The claim of one JVM on a home. The kernel lets go of it when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(PostgresHome home) {
        FileChannel channel = null;
        try {
            Files.createDirectories(home.folder());
            channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new PostgresFailure(
                        Reason.HOME_IN_USE,
                        "Another Baraza is running on " + home.folder() + ".",
                        "Stop it first, or give this one a folder of its own (BARAZA_HOME).");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
