// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the server wrote to its log since a moment, to tell why it would not start. */
final class ServerLog {
    private final Path folder;
    private final Map<Path, Long> lengths = new HashMap<>();

    private ServerLog(Path folder) {
        this.folder = folder;
    }

    static ServerLog fromHere(Path folder) throws IOException {
        var log = new ServerLog(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                log.lengths.put(file, Files.size(file));
            }
        }
        return log;
    }

    String text() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                byte[] all = Files.readAllBytes(file);
                int from = (int) Math.min(all.length, lengths.getOrDefault(file, 0L));
                text.append(new String(all, from, all.length - from, StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
