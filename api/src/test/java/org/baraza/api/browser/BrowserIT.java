// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the browser tests of the web app, {@code frontend/e2e}, against the packed application. */
final class BrowserIT {
    private static final Path FRONTEND =
            Path.of("..", "frontend").toAbsolutePath().normalize();
    private static final String FAILED = "✖ failing tests:";
    private static final int LINES_TOLD = 60;
    private static final Path JAR = Path.of("target", "baraza.jar").toAbsolutePath();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void theWebAppWorksInABrowser(@TempDir Path home) throws Exception {
        assertThat(FRONTEND.resolve("node_modules"))
                .as("packages of the web app; build the module frontend first")
                .isDirectory();
        Map<String, String> accounts = Map.of(
                "BARAZA_ADMIN_EMAIL", "admin@example.org",
                "BARAZA_ADMIN_PASSWORD", UUID.randomUUID().toString(),
                "BARAZA_DEMO_PASSWORD", UUID.randomUUID().toString());
        try (Product product = Product.start(JAR, home, accounts)) {
            assertThat(failures(product, accounts)).isEmpty();
        }
    }

    /** Runs them, and gives what the reporter says at its end of those that failed. */
    private static List<String> failures(Product product, Map<String, String> accounts) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", "--test", "--test-concurrency=1", "--test-reporter=spec"));
        command.addAll(testFiles());
        var builder = new ProcessBuilder(command).directory(FRONTEND.toFile()).redirectErrorStream(true);
        builder.environment().putAll(accounts);
        builder.environment().put("BARAZA_URL", product.address());
        builder.environment().putAll(handset());
        Process node = start(builder);
        Output output = Output.to("browser");
        try (BufferedReader lines = node.inputReader()) {
            List<String> printed = lines.lines().peek(output::line).toList();
            int exitCode = node.waitFor();
            return exitCode == 0 ? List.of() : ofTheFailed(printed, exitCode);
        } finally {
            node.destroyForcibly();
        }
    }

    private static List<String> ofTheFailed(List<String> printed, int exitCode) {
        int from = printed.lastIndexOf(FAILED);
        List<String> failed = from < 0 ? printed : printed.subList(from, printed.size());
        return Stream.concat(Stream.of("exit code " + exitCode), failed.stream().limit(LINES_TOLD))
                .toList();
    }

    /** How the tests start the phone that is in the classes of this module. */
    private static Map<String, String> handset() {
        return Map.of(
                "BARAZA_HANDSET_CLASSES",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "BARAZA_HANDSET_JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(FRONTEND.resolve("e2e"))) {
            List<String> found = files.map(Path::toString)
                    .filter(name -> name.endsWith(".e2e.mjs"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Process start(ProcessBuilder node) {
        try {
            return node.start();
        } catch (IOException e) {
            return fail(
                    "The browser tests need Node 20.19 or newer on the path. Install it, or leave the web app and"
                            + " its tests out: -Dui.skip=true",
                    e);
        }
    }
}
