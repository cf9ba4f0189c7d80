// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The guide for those who use the clients, and the programs that it shows. */
final class Guide {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Guide() {}

    static Path root() {
        return ROOT;
    }

    /** What stands between the marks of a program, without its indentation. */
    static String shown(String program) {
        List<String> lines = lines(program);
        int from = lines.indexOf(lines.stream()
                .filter(line -> line.endsWith("docs: from here"))
                .findFirst()
                .orElseThrow());
        int to = lines.indexOf(lines.stream()
                .filter(line -> line.endsWith("docs: to here"))
                .findFirst()
                .orElseThrow());
        Stream<String> shown = lines.subList(from + 1, to).stream();
        return String.join("\n", shown.toList()).stripIndent().strip();
    }

    static String text() {
        return String.join("\n", lines("docs/clients.md"));
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
