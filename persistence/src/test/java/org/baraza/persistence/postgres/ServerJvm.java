// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** {@link ServerProgram} in a JVM of its own. */
final class ServerJvm implements AutoCloseable {
    private static final Pattern NEEDED = Pattern.compile(
            "classes$|postgresql-4|slf4j-api|logback|commons-(compress|io|lang3|codec)|xz-|postgres-binaries-");

    private final Process process;
    private final BufferedReader output;

    private ServerJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ServerJvm start(PostgresHome home) throws IOException {
        return start(home, List.of(), classPath());
    }

    /** As nobody, who may not read where the class path of a root's build usually is. */
    static ServerJvm startAsNobody(PostgresHome home, Path readable) throws IOException {
        var copies = new ArrayList<String>();
        for (String entry : classPath()) {
            Path source = Path.of(entry);
            Path copy = readable.resolve(copies.size() + "-" + source.getFileName());
            copyTree(source, copy);
            copies.add(copy.toString());
        }
        return start(home, Account.NOBODY.command().words(), copies);
    }

    private static ServerJvm start(PostgresHome home, List<String> prefix, List<String> classPath) throws IOException {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Xshare:auto",
                "-cp",
                String.join(File.pathSeparator, classPath),
                ServerProgram.class.getName(),
                home.folder().toString(),
                home.binaries().toString()));
        return new ServerJvm(new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .directory(new File("/"))
                .start());
    }

    private static List<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.matcher(entry).find())
                .toList();
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }

    /** The first line that the program says; for a good start {@code pid} and the number of the server. */
    String says() throws IOException {
        return String.valueOf(output.readLine());
    }

    long serverPid() throws IOException {
        String line = says();
        if (!line.startsWith("pid ")) {
            throw new AssertionError(line);
        }
        return Long.parseLong(line.substring(4));
    }

    /** Asks it to end, as an operator or the system does. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end in good order. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
