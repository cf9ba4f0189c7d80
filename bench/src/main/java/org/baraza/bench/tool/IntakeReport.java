// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.baraza.bench.floor.FloorProcess;
import org.baraza.bench.forms.HomeVisits;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.load.Feed;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.load.Measured;
import org.baraza.bench.load.Meter;
import org.baraza.bench.load.SubmissionLoad;
import org.baraza.bench.load.Workers;
import org.baraza.bench.machine.Memory;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** Submissions and the floor in turns, several rounds; the round in the middle is told. */
final class IntakeReport {
    private static final Duration PASSWORDS_STAY_WARM = Duration.ofSeconds(285);
    private static final Duration PASSWORDS_ARE_COLD = Duration.ofSeconds(305);

    private final ServerProcess server;
    private final ServerHome home;
    private final String project;
    private final Options options;
    private final int seconds;
    private long warmSince;

    IntakeReport(ServerProcess server, String project, Options options) {
        this.server = server;
        this.home = new ServerHome(server.command().home());
        this.project = project;
        this.options = options;
        this.seconds = options.number("seconds", 10);
    }

    @SuppressWarnings("SystemOut")
    void run() throws IOException, InterruptedException, SQLException {
        Memory atRest = Memory.of(server.pid());
        Admin admin = new Admin(server.command());
        admin.createProject(project);
        List<Worker> workers = Workers.create(admin, project, "worker-", options.number("users", 200));
        List<HomeVisits> visits = new ArrayList<>();
        workers.forEach(
                worker -> visits.add(new HomeVisits(worker, worker.username().hashCode())));
        SubmissionLoad load = new SubmissionLoad(server.command().port(), project, visits);
        FloorProcess.prepare(home);
        try {
            System.out.println(cold(load));
            load.forSeconds(32, options.number("warmup", 20));
            Table table = new Table(
                    "clients",
                    "who",
                    "per second",
                    "share of the floor",
                    "p50 ms",
                    "p99 ms",
                    "CPU ms each",
                    "of it JVM",
                    "PostgreSQL",
                    "client CPU ms",
                    "neighbours, cores");
            List<Integer> counts = options.numbers("clients", "1,8,32");
            // one client alone sends too few forms to a fresh server for its code to be compiled
            load.forSeconds(Collections.max(counts), options.number("settle", 15));
            for (int clients : counts) {
                rounds(load, clients, table);
            }
            System.out.println(table);
        } finally {
            FloorProcess.remove(home);
        }
        System.out.println("memory at rest " + atRest + ", after the load " + Memory.of(server.pid()));
    }

    private String cold(SubmissionLoad load) throws IOException, InterruptedException {
        Meter before = meter();
        Latencies latencies = load.onceEach(8);
        Measured cold = before.until(meter(), latencies);
        warmSince = System.nanoTime();
        return "cold: the first form of each of %d users, 8 at once: %.0f/s, p50 %.0f ms, p99 %.0f ms, %.1f ms CPU each"
                .formatted(cold.count(), cold.perSecond(), cold.p50(), cold.p99(), cold.cpuMillis());
    }

    private record Round(Measured server, Measured floor) {
        double share() {
            return server.perSecond() / floor.perSecond();
        }

        String line(int clients) {
            return "%d clients: %.0f/s, %.2f of the floor, %.2f ms JVM, %.2f ms PostgreSQL"
                    .formatted(
                            clients, server.perSecond(), share(), server.serverCpuMillis(), server.databaseCpuMillis());
        }
    }

    @SuppressWarnings("SystemOut")
    private void rounds(SubmissionLoad load, int clients, Table table)
            throws IOException, InterruptedException, SQLException {
        List<Round> rounds = new ArrayList<>();
        rewarm(load);
        // code that was compiled for many clients is compiled again for few
        load.forSeconds(clients, options.number("settle", 15));
        for (int i = 0; i < options.number("rounds", 3); i++) {
            rewarm(load);
            load.forSeconds(clients, 1);
            Meter before = meter();
            Latencies latencies = load.forSeconds(clients, seconds);
            Measured submitted = before.until(meter(), latencies);
            Feed.awaitNumbered(home);
            Round round = new Round(submitted, floor(clients));
            System.out.println(round.line(clients));
            rounds.add(round);
            Feed.awaitNumbered(home);
        }
        rounds.sort(Comparator.comparingDouble(Round::share));
        Round middle = rounds.get(rounds.size() / 2);
        String range = "%.2f (%.2f to %.2f)"
                .formatted(
                        middle.share(),
                        rounds.getFirst().share(),
                        rounds.getLast().share());
        row(table, clients, "Baraza", range, middle.server);
        row(table, clients, "floor", "1", middle.floor);
    }

    /** The server stands still meanwhile: the floor has the machine, and nobody numbers its changes. */
    private Measured floor(int clients) throws IOException, InterruptedException {
        server.freeze();
        try {
            return FloorProcess.measure(home, clients, seconds);
        } finally {
            server.thaw();
        }
    }

    /** A remembered password check is forgotten after five minutes; no round may fall on that. */
    private void rewarm(SubmissionLoad load) throws IOException, InterruptedException {
        long age = System.nanoTime() - warmSince;
        if (age > PASSWORDS_STAY_WARM.minusSeconds(seconds + 2L).toNanos()) {
            Thread.sleep(Math.max(0, PASSWORDS_ARE_COLD.toMillis() - age / 1_000_000));
            load.onceEach(8);
            warmSince = System.nanoTime();
        }
    }

    private static void row(Table table, int clients, String who, String share, Measured measured) {
        table.row(
                clients,
                who,
                measured.perSecond(),
                share,
                measured.p50(),
                measured.p99(),
                measured.cpuMillis(),
                measured.serverCpuMillis(),
                measured.databaseCpuMillis(),
                measured.clientCpuMillis(),
                measured.otherCores());
    }

    private Meter meter() {
        return Meter.read(
                server.pid(),
                home.postmaster().orElseThrow(),
                ProcessHandle.current().pid());
    }
}
