// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the tests heard from the server. Tests run in several processes, in any order: each process has a file of its own, and
 * whoever looks back on all of them reads all files.
 */
public final class Heard {
    private static final Path FOLDER = Path.of("target", "heard");
    private static final Path OWN = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
    private static final String WRONG = "! ";
    private static final int UNABLE = 500;
    private static final Contract CONTRACT = new Contract();
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Heard() {}

    /** Method, path and status of every documented answer that was heard as the document has it. */
    public static Set<String> answers() {
        return lines(false);
    }

    /** Answers that the document does not have so, each with what is wrong. */
    public static Set<String> wrong() {
        return lines(true);
    }

    private static Set<String> lines(boolean wrong) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.exists(FOLDER) ? Files.list(FOLDER) : Stream.empty()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(WRONG) == wrong)
                        .forEach(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /**
     * Takes an answer down. The first of each kind is held against the document. That the server is unable to do what it should
     * may be the answer to anything; the document has it where somebody must know what comes of it.
     *
     * @param body empty where it is not looked at
     */
    public static void note(String method, String address, int status, String contentType, String body) {
        Optional<String> path = CONTRACT.path(address).filter(known -> CONTRACT.has(method, known));
        if (status >= UNABLE
                && path.filter(known -> CONTRACT.has(method, known, status)).isEmpty()) {
            return;
        }
        if (path.isPresent() && KNOWN.add(method + " " + path.get() + " " + status)) {
            String answer = method + " " + path.get() + " " + status;
            append(CONTRACT.fault(method, path.get(), status, contentType, body)
                    .map(fault -> WRONG + answer + ": " + fault.replace('\n', ' '))
                    .orElse(answer));
        }
    }

    private static synchronized void append(String line) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(OWN, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
