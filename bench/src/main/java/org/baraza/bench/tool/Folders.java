// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baraza.bench.server.ServerCommand;

/**
 * Where a command works.
 *
 * @param home of the project
 * @param work for homes and logs; kept between runs if the caller names one
 */
record Folders(Path home, Path work) {
    static Folders of(Options options) throws IOException {
        Path root = root();
        String wanted = options.text("work", "");
        Path work = wanted.isEmpty()
                ? Files.createTempDirectory(Files.createDirectories(root.resolve("bench/target")), "work-")
                : Files.createDirectories(Path.of(wanted));
        return new Folders(root, work.toAbsolutePath());
    }

    /** Of the project. */
    static Path root() throws IOException {
        return Path.of(System.getProperty("baraza.root", ".")).toRealPath();
    }

    /** The server as the README starts it. */
    ServerCommand server() throws IOException {
        return ServerCommand.of(List.of(home.resolve("run").toString()), work.resolve("home"));
    }
}
