// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.lists;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;

/** Clients that read a list again and again, each time of the next project. An answer that is not whole ends the run. */
final class ListLoad {
    private static final int OK = 200;

    private final int clients;
    private final double seconds;

    ListLoad(int clients, double seconds) {
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Over HTTP. */
    Latencies ofServer(int port, ListKind kind, List<byte[]> requests) throws IOException, InterruptedException {
        return run(first -> {
            Latencies latencies = new Latencies();
            long deadline = deadline();
            try (Line line = new Line(port)) {
                for (int i = first; System.nanoTime() < deadline; i++) {
                    long sent = System.nanoTime();
                    HttpAnswer answer = line.send(requests.get(i % requests.size()));
                    latencies.add(System.nanoTime() - sent);
                    if (answer.status() != OK) {
                        throw new IOException(kind + " was answered with " + answer.status() + " " + answer.text());
                    }
                    if (i % 64 == first && items(answer, kind) < kind.items()) {
                        throw new IOException(kind + " has fewer items than asked for: " + answer.text());
                    }
                }
            }
            return latencies;
        });
    }

    private static int items(HttpAnswer answer, ListKind kind) {
        return answer.text().split(kind.item(), -1).length - 1;
    }

    /** The floor: the rows straight from the database, under row-level security, in one transaction each. */
    Latencies ofDatabase(ServerHome home, ListKind kind, List<UUID> projects) throws IOException, InterruptedException {
        return run(first -> {
            Latencies latencies = new Latencies();
            try (Connection connection = home.superuser()) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("set session role baraza_app");
                }
                connection.commit();
                long deadline = deadline();
                for (int i = first; System.nanoTime() < deadline; i++) {
                    long sent = System.nanoTime();
                    read(connection, kind, projects.get(i % projects.size()));
                    latencies.add(System.nanoTime() - sent);
                }
            }
            return latencies;
        });
    }

    private static void read(Connection connection, ListKind kind, UUID project) throws SQLException {
        try (var scope = connection.prepareStatement("select set_config('baraza.project', ?, true)");
                var query = connection.prepareStatement(kind.floor())) {
            scope.setString(1, project.toString());
            scope.execute();
            try (var rows = query.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }
        connection.commit();
    }

    private long deadline() {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    @FunctionalInterface
    private interface Client {
        Latencies run(int first) throws IOException, SQLException;
    }

    private Latencies run(Client client) throws InterruptedException, IOException {
        List<Latencies> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int first = c;
                running.add(threads.submit(() -> client.run(first)));
            }
            for (Future<Latencies> future : running) {
                parts.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return Latencies.all(parts);
    }
}
