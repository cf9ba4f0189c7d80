// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** A {@code .txz} archive as a folder that knows whether it is whole. */
final class Unpacking {
    private static final String MARK = "whole";

    private Unpacking() {}

    /** The sizes are compared too: after a loss of power the names may be there without the contents. */
    static boolean isWhole(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(MARK)).equals(measure(folder));
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    static void unpack(URL archive, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var input = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                unpack(entry, input, folder);
            }
        }
        Files.writeString(folder.resolve(MARK), measure(folder));
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream input, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            makeFolder(target);
            return;
        }
        makeFolder(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(input, target);
        boolean program = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Open to the account that will run the programs, whatever this JVM's own files are open to. */
    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.exists(folder)) {
            makeFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String measure(Path folder) throws IOException {
        long count = 0;
        long bytes = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(MARK)) {
                    count++;
                    bytes += Files.size(file);
                }
            }
        }
        return count + " files, " + bytes + " bytes\n";
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
