// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.baraza.persistence.postgres.PostgresHome;

/** Folders for servers of tests: in memory where possible, with PostgreSQL unpacked once per machine. */
public final class TestHomes {
    private static final String PREFIX = "baraza-test-";

    private TestHomes() {}

    public static PostgresHome fresh() {
        try {
            return new PostgresHome(
                    Files.createTempDirectory(
                            base(), PREFIX + ProcessHandle.current().pid() + "-"),
                    binaries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shared by every test of this user on this machine. */
    public static Path binaries() {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "baraza-postgres-" + user);
    }

    public static void delete(PostgresHome home) {
        delete(home.folder());
    }

    /** Homes whose JVM was killed, with the servers that it left running. */
    static void sweep() {
        try (var homes = Files.newDirectoryStream(base(), PREFIX + "*")) {
            for (Path home : homes) {
                long jvm = Long.parseLong(home.getFileName().toString().split("-")[2]);
                if (Files.isWritable(home) && ProcessHandle.of(jvm).isEmpty()) {
                    sweep(home);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path home) throws IOException {
        Path pid = home.resolve("data/postmaster.pid");
        if (Files.exists(pid)) {
            endIfAtWork(Long.parseLong(Files.readAllLines(pid).getFirst()), home.resolve("data"));
        }
        delete(home);
    }

    private static void endIfAtWork(long pid, Path data) {
        try {
            if (Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(data.toRealPath())) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException gone) {
            // then there is nothing to end
        }
    }

    private static Path base() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
