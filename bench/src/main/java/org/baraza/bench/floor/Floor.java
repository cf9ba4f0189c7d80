// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.bench.load.Latencies;

/** The floor's own process: connects, warms up, waits for the word, runs, and says what came of it. */
public final class Floor {
    private static final double WARM_UP_SECONDS = 2;

    private final String url;
    private final String password;
    private final UUID project = UUID.randomUUID();
    private final AtomicInteger caseNumbers = new AtomicInteger();

    private Floor(String url, String password) {
        this.url = url;
        this.password = password;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Floor floor = new Floor(arguments[0], System.getenv("FLOOR_PASSWORD"));
        int clients = Integer.parseInt(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        List<FloorClient> lanes = floor.connect(clients);
        run(lanes, WARM_UP_SECONDS);
        var parent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        parent.readLine();
        Latencies all = run(lanes, seconds);
        System.out.println(all.count() + " " + all.quantile(0.5) + " " + all.quantile(0.99));
        // the parent still reads what this process used
        parent.readLine();
        for (FloorClient lane : lanes) {
            lane.close();
        }
    }

    private List<FloorClient> connect(int clients) throws SQLException {
        List<FloorClient> lanes = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            lanes.add(new FloorClient(url, password, project, caseNumbers));
        }
        return lanes;
    }

    private static Latencies run(List<FloorClient> lanes, double seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        List<Latencies> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(lanes.size())) {
            List<Callable<Latencies>> work = new ArrayList<>();
            lanes.forEach(lane -> work.add(() -> lane.runUntil(deadline)));
            for (Future<Latencies> future : threads.invokeAll(work)) {
                parts.add(future.get());
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return Latencies.all(parts);
    }
}
