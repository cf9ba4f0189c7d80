// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server, or one that died without a word, says of itself in {@code postmaster.pid}. */
record PostmasterFile(long pid, int port, String status) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty if there is none; a file that is still being written counts as one that is starting. */
    static Optional<PostmasterFile> read(Path data) {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(data));
        } catch (IOException absent) {
            return Optional.empty();
        }
        return Optional.of(new PostmasterFile(
                Long.parseLong(line(lines, 0, "0")),
                Integer.parseInt(line(lines, PORT_LINE, "0")),
                line(lines, STATUS_LINE, "starting")));
    }

    private static String line(List<String> lines, int index, String otherwise) {
        String line = index < lines.size() ? lines.get(index).strip() : "";
        return line.isEmpty() ? otherwise : line;
    }

    boolean isReady() {
        return status.equals("ready");
    }
}
