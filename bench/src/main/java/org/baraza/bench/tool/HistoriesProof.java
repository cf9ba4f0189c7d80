// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Random histories of phones and server, played by the tests of module {@code domain}, only more of them. */
final class HistoriesProof {
    private HistoriesProof() {}

    record Result(boolean passed, String summary) {}

    static Result run(Path root, int histories, long seed) throws IOException, InterruptedException {
        Path result = Files.createTempFile("histories-", ".txt");
        long started = System.nanoTime();
        Process tests = new ProcessBuilder(List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-pl",
                        "domain",
                        "-am",
                        "test",
                        "-Dtest=SyncHistoriesTest,SyncMutantsTest",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dbaraza.histories=" + histories,
                        "-Dbaraza.seed=" + seed,
                        "-Dbaraza.result=" + result))
                .directory(root.toFile())
                .inheritIO()
                .start();
        boolean passed = tests.waitFor() == 0;
        String summary = "%s: %s, %.0f s"
                .formatted(
                        passed ? "passed" : "FAILED, see the story above",
                        Files.readString(result).strip(),
                        (System.nanoTime() - started) / 1e9);
        Files.delete(result);
        return new Result(passed, summary);
    }
}
