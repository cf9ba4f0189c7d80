// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.baraza.bench.server.ServerHome;

/** Starts the floor of restores beside the server's database and gives it its orders. */
final class RowsFloorProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer orders;
    private final UUID project;

    RowsFloorProcess(ServerHome home, UUID project) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RowsFloor.class.getName(),
                home.databaseUrl());
        builder.environment().put("FLOOR_PASSWORD", home.superuserPassword());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        this.process = builder.start();
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.project = project;
    }

    /** Nanoseconds for all open cases of an owner. */
    long full(String ownerId, int rows) throws IOException {
        return order("full " + project + " " + ownerId, rows);
    }

    /** Nanoseconds for these cases. */
    long some(List<String> caseIds) throws IOException {
        return order("some " + project + " " + String.join(",", caseIds), caseIds.size());
    }

    private long order(String order, int rows) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        String[] answer = String.valueOf(said.readLine()).split(" ");
        if (answer.length != 2 || Integer.parseInt(answer[1]) != rows) {
            throw new IOException("the floor answered " + String.join(" ", answer));
        }
        return Long.parseLong(answer[0]);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroy();
    }
}
