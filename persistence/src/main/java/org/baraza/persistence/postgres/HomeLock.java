// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.persistence.postgres.PostgresFailure.Reason;

/**
 * The claim of one JVM on a home. The kernel lets go of it when the process ends, however it ends.
 *
 * <p>The kernel also lets go when the process closes any other channel to the same file, so within one JVM the file must
 * not even be opened twice. This is the one thing that has to be known to the whole process, hence the static set.
 */
final class HomeLock implements AutoCloseable {
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private HomeLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static HomeLock take(PostgresHome home) {
        try {
            Files.createDirectories(home.folder());
            Path folder = home.folder().toRealPath();
            if (!HELD_BY_THIS_PROCESS.add(folder)) {
                throw inUse(home);
            }
            boolean taken = false;
            try {
                var lock = new HomeLock(folder, lock(home));
                taken = true;
                return lock;
            } finally {
                if (!taken) {
                    HELD_BY_THIS_PROCESS.remove(folder);
                }
            }
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private static FileChannel lock(PostgresHome home) throws IOException {
        var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(home);
        }
        return channel;
    }

    private static PostgresFailure inUse(PostgresHome home) {
        return new PostgresFailure(
                Reason.HOME_IN_USE,
                "Another Baraza is running on " + home.folder() + ".",
                "Stop it first, or give this one a folder of its own (BARAZA_HOME).");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(folder);
        }
    }
}
