// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The packed application, unpacked and started as {@code ./run} does it, on a free port with a new database of its own.
 * From inside the one large file, virtual threads that load classes can wait for each other for ever on few cores.
 */
final class Product implements AutoCloseable {
    private static final String READY = "Baraza is ready: ";
    private static final int SECONDS_TO_START = 120;

    private final Process process;
    private final String address;

    private Product(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param settings for the environment, as an operator gives them */
    static Product start(Path jar, Path home, Map<String, String> settings) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path unpacked = home.resolve("app");
        int extracted = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("extract.log").toFile())
                .start()
                .waitFor();
        if (extracted != 0) {
            throw new IllegalStateException("The application could not be unpacked: exit code " + extracted);
        }
        String application = unpacked.resolve(jar.getFileName()).toString();
        var builder = new ProcessBuilder(java, "-Xmx384m", "--enable-native-access=ALL-UNNAMED", "-jar", application)
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("BARAZA_HOME", home.resolve("data").toString());
        builder.environment().put("BARAZA_PORT", "0");
        builder.environment().put("BARAZA_LIMITS", "off");
        // The browser tests bring an identity provider of their own.
        builder.environment().put("BARAZA_EGRESS_ALLOW", "localhost");
        Process process = builder.start();
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> follow(process, Output.to("server"), address));
        try {
            return new Product(process, address.get(SECONDS_TO_START, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The server did not start; what it said stands above.", e);
        }
    }

    private static void follow(Process process, Output output, CompletableFuture<String> address) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.line(line);
                if (line.startsWith(READY)) {
                    address.complete(line.substring(READY.length()));
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IllegalStateException("the server ended"));
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
