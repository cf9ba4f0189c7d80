// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.forwarding.Receiver.Manner;
import org.baraza.bench.forwarding.Receiver.Taken;
import org.baraza.bench.load.Measured;
import org.baraza.bench.load.Meter;
import org.baraza.bench.load.Workers;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** How fast deliveries go: signed, with every attempt noted durably. */
public final class ForwardingBench {
    private static final int CONCURRENCY = 64;
    private static final int PLACES = 20;
    private static final int CLIENTS = 8;
    private static final int SLOW_MILLIS = 200;
    private static final int GLANCE_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PERCENTILE = 99;

    private final ServerProcess server;
    private final ServerCommand command;
    private final ServerHome home;
    private final int forms;

    /** @param forms how many are forwarded in each measurement */
    public ForwardingBench(ServerProcess server, int forms) {
        this.server = server;
        this.command = server.command();
        this.home = new ServerHome(command.home());
        this.forms = forms;
    }

    /**
     * What a backlog came to.
     *
     * @param writtenBytes of the database's log for one delivery
     */
    public record Sent(Measured measured, double writtenBytes) {
        public double perSecond() {
            return measured.perSecond();
        }
    }

    /** To one place that answers at once, from a backlog. */
    public Sent instant() throws IOException, SQLException, InterruptedException {
        return backlog(new Manner(0, 0, 0), 1, false, forms);
    }

    /**
     * To twenty places that take 200 ms each, from a backlog; those that answer are counted.
     *
     * @param hanging whether one of the twenty never answers
     */
    public Sent slow(boolean hanging) throws IOException, SQLException, InterruptedException {
        return backlog(new Manner(0, 0, SLOW_MILLIS), PLACES, hanging, Math.max(1, forms / PLACES));
    }

    private Sent backlog(Manner manner, int places, boolean hanging, int wanted)
            throws IOException, SQLException, InterruptedException {
        String project = "bench-" + Long.toString(System.nanoTime(), 36);
        Admin admin = new Admin(command);
        admin.createProject(project);
        List<Worker> workers = Workers.create(admin, project, "walker-", CLIENTS);
        ForwardingClient client = new ForwardingClient(command, project);
        try (Receiver receiver = new Receiver(manner, 1)) {
            List<String> forwarders = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                String path = hanging && place == 0 ? "hanging" : "forms-" + place;
                forwarders.add(client.forwarder(receiver.url(path), "FormRepeater", "form_json", CONCURRENCY));
                client.pause(forwarders.getLast(), true);
            }
            submit(project, workers, wanted);
            await(client, wanted * places);
            int answered = hanging ? places - 1 : places;
            long written = written();
            Meter before = meter();
            for (String forwarder : forwarders) {
                client.pause(forwarder, false);
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (receiver.count() < wanted * answered && System.nanoTime() < end) {
                Thread.sleep(GLANCE_MILLIS);
            }
            awaitSent(client, wanted * answered);
            Measured measured = before.until(meter(), receiver.count(), 0, 0);
            return new Sent(measured, (written() - written) / (double) receiver.count());
        }
    }

    private Meter meter() {
        return Meter.read(
                server.pid(),
                home.postmaster().orElseThrow(),
                ProcessHandle.current().pid());
    }

    /** How far the database's log has come, in bytes. */
    private long written() throws IOException, SQLException {
        try (var connection = home.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, Long> submit(String project, List<Worker> workers, int wanted)
            throws IOException, InterruptedException {
        Walks.Told told = new Walks.Told();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> phones = new ArrayList<>();
            for (int i = 0; i < workers.size(); i++) {
                Worker worker = workers.get(i);
                int mine = wanted / workers.size() + (i < wanted % workers.size() ? 1 : 0);
                phones.add(threads.submit(() -> {
                    try (Walks walks = new Walks(command.port(), project, worker)) {
                        for (int form = 0; form < mine; form++) {
                            walks.step(told);
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> phone : phones) {
                phone.get();
            }
            return told.times();
        } catch (ExecutionException e) {
            throw new IOException("a phone gave up", e.getCause());
        }
    }

    private static void await(ForwardingClient client, int records) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (client.counts().all() < records && System.nanoTime() < end) {
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private static void awaitSent(ForwardingClient client, int records) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (client.counts().succeeded() < records && System.nanoTime() < end) {
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    /**
     * From the answer to a phone until the delivery came to the other side, while phones send as fast as they can.
     *
     * @param perSecond forms that were taken
     */
    public record Lag(double medianMillis, double p99Millis, double perSecond) {}

    public Lag lag() throws IOException, InterruptedException {
        String project = "bench-" + Long.toString(System.nanoTime(), 36);
        Admin admin = new Admin(command);
        admin.createProject(project);
        List<Worker> workers = Workers.create(admin, project, "walker-", CLIENTS);
        ForwardingClient client = new ForwardingClient(command, project);
        try (Receiver receiver = new Receiver(new Manner(0, 0, 0), 1)) {
            client.forwarder(receiver.url("forms"), "FormRepeater", "form_json", CONCURRENCY);
            long began = System.nanoTime();
            Map<String, Long> acknowledged = submit(project, workers, forms);
            double seconds = (System.nanoTime() - began) / 1e9;
            awaitSent(client, forms);
            Map<String, Long> came = new ConcurrentHashMap<>();
            for (Taken one : receiver.taken()) {
                came.merge(one.document(), one.nanos(), Math::min);
            }
            double[] millis = acknowledged.entrySet().stream()
                    .mapToDouble(one ->
                            Math.max(0, (came.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()) / 1e6))
                    .toArray();
            Arrays.sort(millis);
            return new Lag(
                    millis[millis.length / 2],
                    millis[Math.min(millis.length - 1, millis.length * PERCENTILE / 100)],
                    forms / seconds);
        }
    }
}
