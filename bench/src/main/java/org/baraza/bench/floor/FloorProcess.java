// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.baraza.bench.load.Measured;
import org.baraza.bench.load.Meter;
import org.baraza.bench.server.ServerHome;

/** Starts the floor beside the server's database and measures it. */
public final class FloorProcess {
    private FloorProcess() {}

    /** Makes the function; nothing else of the database is touched. */
    public static void prepare(ServerHome home) throws SQLException, IOException {
        try (var connection = home.superuser();
                var statement = connection.createStatement();
                var script = FloorProcess.class.getResourceAsStream("intake.sql")) {
            if (script == null) {
                throw new IOException("intake.sql is missing");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public static void remove(ServerHome home) throws SQLException, IOException {
        try (var connection = home.superuser();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
        }
    }

    public static Measured measure(ServerHome home, int clients, double seconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Floor.class.getName(),
                home.databaseUrl(),
                Integer.toString(clients),
                Double.toString(seconds));
        builder.environment().put("FLOOR_PASSWORD", home.superuserPassword());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var go = process.outputWriter(StandardCharsets.UTF_8)) {
            expect(said.readLine(), "ready");
            long postmaster = home.postmaster().orElseThrow();
            Meter before = Meter.read(0, postmaster, process.pid());
            go.write("go\n");
            go.flush();
            String[] result = String.valueOf(said.readLine()).split(" ");
            Meter after = Meter.read(0, postmaster, process.pid());
            go.write("done\n");
            go.flush();
            if (result.length != 3) {
                throw new IOException("the floor failed");
            }
            return before.until(
                    after, Integer.parseInt(result[0]), Double.parseDouble(result[1]), Double.parseDouble(result[2]));
        } finally {
            process.waitFor();
        }
    }

    private static void expect(@org.jspecify.annotations.Nullable String line, String wanted) throws IOException {
        if (!wanted.equals(line)) {
            throw new IOException("the floor said " + line);
        }
    }
}
