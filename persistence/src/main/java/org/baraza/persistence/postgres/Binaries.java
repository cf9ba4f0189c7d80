// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own programs, unpacked from the class path for this machine. */
record Binaries(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /**
     * Unpacks what is not there yet. Whole or not at all: the archive is unpacked beside its place and moved there, so
     * that two processes at once do the work twice and the second throws its copy away.
     */
    static Binaries unpacked(PostgresHome home) {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL archive = Binaries.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new PostgresFailure(
                    Reason.NO_BINARIES,
                    "Baraza brings no PostgreSQL for this machine (" + platform + ").",
                    "Install PostgreSQL 18 and name it in BARAZA_DATABASE_URL, _USER and _PASSWORD.");
        }
        try {
            Path folder = home.binaries().resolve(platform + "-" + version(archive));
            if (!Unpacking.isWhole(folder)) {
                unpack(archive, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    static String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "darwin" : os.replace(' ', '_');
        return switch (processor) {
            case "amd64", "x86_64" -> family + "-x86_64";
            case "aarch64", "arm64" -> family + "-arm_64";
            default -> family + "-" + processor;
        };
    }

    /** Tells two versions apart without reading 15 MB at every start. */
    private static String version(URL archive) throws IOException {
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection entry) {
            try (var jar = entry.getJarFile()) {
                return Long.toHexString(jar.getEntry(entry.getEntryName()).getCrc());
            }
        }
        try (var ignored = connection.getInputStream()) {
            return Long.toHexString(connection.getContentLengthLong());
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        long started = System.nanoTime();
        Files.createDirectories(folder.getParent());
        Path unfinished = Files.createTempDirectory(folder.getParent(), ".unpacking-");
        try {
            Unpacking.unpack(archive, unfinished);
            if (Files.exists(folder) && !Unpacking.isWhole(folder)) {
                Unpacking.delete(folder);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Unpacking.isWhole(folder)) {
                throw e;
            }
        } finally {
            Unpacking.delete(unfinished);
        }
        LOG.atInfo()
                .addKeyValue("folder", folder)
                .addKeyValue("millis", (System.nanoTime() - started) / 1_000_000)
                .log("postgres.unpacked");
    }
}
