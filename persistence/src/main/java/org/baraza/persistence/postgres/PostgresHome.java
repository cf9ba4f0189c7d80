// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.nio.file.Path;

/**
 * Where a server keeps what is its own. Belongs to one JVM at a time.
 *
 * @param folder data, log, port and secrets; made if absent
 * @param binaries where PostgreSQL itself is unpacked, one folder per version; homes may share it
 */
public record PostgresHome(Path folder, Path binaries) {
    public PostgresHome {
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    /** A home that shares nothing. */
    public static PostgresHome in(Path folder) {
        return new PostgresHome(folder, folder.resolve("binaries"));
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path log() {
        return folder.resolve("log");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path port() {
        return folder.resolve("port");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }
}
