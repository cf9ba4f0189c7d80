// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What one phone was told, on disk before it goes on: ids of forms, one a line. */
final class AckLog implements AutoCloseable {
    private static final String ENDING = ".acknowledged";

    private final FileChannel channel;

    private AckLog(FileChannel channel) {
        this.channel = channel;
    }

    static AckLog open(Path folder, int client) throws IOException {
        return new AckLog(FileChannel.open(
                folder.resolve(client + ENDING), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    void add(String formId) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((formId + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    /** All that was written down by any phone. */
    static List<String> readAll(Path folder) throws IOException {
        List<String> ids = new ArrayList<>();
        try (var logs = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path log : logs) {
                ids.addAll(Files.readAllLines(log));
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
