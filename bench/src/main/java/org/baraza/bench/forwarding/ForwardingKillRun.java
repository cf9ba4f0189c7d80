// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.forwarding.ForwardingClient.Counts;
import org.baraza.bench.forwarding.Receiver.Manner;
import org.baraza.bench.forwarding.Receiver.Taken;
import org.baraza.bench.load.Workers;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;

/**
 * Forms and cases are forwarded to a system that fails every fifth time and does not answer every twentieth, by a server that is
 * killed in the middle, again and again; by one server, or by two that share a database.
 */
public final class ForwardingKillRun {
    private static final int FAILING = 20;
    private static final int SILENT = 5;
    private static final int CONCURRENCY = 256;
    private static final int AHEAD = 2_000;
    private static final String CRASH = "BARAZA_CRASH_POINT";
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int GLANCE_MILLIS = 250;
    private static final int DELIVERIES_OF_A_FORM = 2;

    /** Named places to die at, each so many passes after the start. */
    private static final List<String> POINTS =
            List.of("forwarding.after-sending:40", "forwarding.after-registering:3", "transaction.before-commit:80");

    /** Hours are seconds here: it is about the order of things. */
    private static final Map<String, String> SETTINGS = Map.of(
            "BARAZA_EGRESS_ALLOW", "localhost",
            "BARAZA_FORWARDING_FIRST_WAIT", "PT0.1S",
            "BARAZA_FORWARDING_FIRST_REST", "PT0.02S",
            "BARAZA_FORWARDING_TIMEOUT", "PT1.5S");

    private final ServerCommand command;
    private final Plan plan;
    private final List<String> complaints = new ArrayList<>();
    private final Walks.Told told = new Walks.Told();
    private volatile boolean over;

    /**
     * How it goes.
     *
     * @param deliveries how many there are to be at least, two for each form
     * @param nodes one server, or two on one database, which are killed in turns
     */
    public record Plan(int deliveries, int kills, int clients, int nodes, long seed) {}

    public ForwardingKillRun(ServerCommand command, Plan plan) {
        this.command = command.with(SETTINGS);
        this.plan = plan;
    }

    /** What was found. */
    public record Report(
            int forms,
            int deliveries,
            int repeated,
            int attempts,
            int kills,
            int nodes,
            int mutants,
            double seconds,
            List<String> complaints) {
        public boolean passed() {
            return complaints.isEmpty();
        }

        public String summary() {
            return ("%s: %,d forms and as many changes of cases forwarded in %,d deliveries, %,d of them twice under one id,"
                            + " in %,d attempts at a system that fails 20 %% and is silent 5 %%; %d kills of %d nodes; order of each case"
                            + " kept, no record said to be sent that was not; %d mutants noticed, %.0f s")
                    .formatted(
                            passed() ? "passed" : "FAILED (" + DeliveryJudge.shown(complaints) + ")",
                            forms,
                            deliveries,
                            repeated,
                            attempts,
                            kills,
                            nodes,
                            mutants,
                            seconds);
        }
    }

    public Report run() throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        String project = "forward-" + Long.toString(System.currentTimeMillis(), 36);
        try (Nodes nodes = new Nodes(command, plan.nodes);
                Receiver receiver = new Receiver(new Manner(FAILING, SILENT, 0), plan.seed)) {
            Admin admin = new Admin(command);
            admin.createProject(project);
            ForwardingClient client = new ForwardingClient(command, project);
            client.forwarder(receiver.url("forms"), "FormRepeater", "form_json", CONCURRENCY);
            client.forwarder(receiver.url("cases"), "CaseRepeater", "case_json", CONCURRENCY);
            List<Worker> workers = Workers.create(admin, project, "walker-", plan.clients);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> phones = new ArrayList<>();
                for (Worker worker : workers) {
                    int port = nodes.port(phones.size());
                    phones.add(threads.submit(() -> walk(port, project, worker, receiver)));
                }
                kill(nodes, receiver, project);
                over = true;
                for (Future<Boolean> phone : phones) {
                    phone.get();
                }
            } catch (ExecutionException e) {
                throw new IOException("a phone gave up", e.getCause());
            }
            awaitEnd(client);
            checkStates(receiver, project);
            return judged(receiver, began);
        } finally {
            over = true;
        }
    }

    /** Not much faster than deliveries go, so that there is something on its way at every kill, and an end. */
    private boolean walk(int port, String project, Worker worker, Receiver receiver) throws InterruptedException {
        try (Walks walks = new Walks(port, project, worker)) {
            while (!over || told.count() * DELIVERIES_OF_A_FORM < plan.deliveries) {
                if (told.count() * DELIVERIES_OF_A_FORM > receiver.count() + AHEAD) {
                    Thread.sleep(GLANCE_MILLIS);
                } else {
                    walks.step(told);
                }
            }
        }
        return true;
    }

    private void kill(Nodes nodes, Receiver receiver, String project)
            throws IOException, InterruptedException, SQLException {
        SplittableRandom random = new SplittableRandom(plan.seed);
        int stretch = Math.max(1, plan.deliveries / (plan.kills + 1));
        for (int kill = 1; kill <= plan.kills; kill++) {
            int wanted = Math.min(plan.deliveries - 1, kill * stretch + random.nextInt(1 + stretch / 2));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (nodes.isAlive(kill) && receiver.count() < wanted && System.nanoTime() < end) {
                Thread.sleep(GLANCE_MILLIS / 10);
            }
            nodes.kill(kill);
            boolean diesByItself = kill / plan.nodes % 2 == 1 && kill + plan.nodes <= plan.kills;
            nodes.start(kill, diesByItself ? Map.of(CRASH, POINTS.get(kill / 2 % POINTS.size())) : Map.of());
            checkStates(receiver, project);
        }
        nodes.startAll();
    }

    /** Nothing is said to be sent that the other side did not take. */
    private void checkStates(Receiver receiver, String project) throws SQLException, IOException {
        Set<String> said = new HashSet<>();
        try (Connection connection = new ServerHome(command.home()).superuser();
                PreparedStatement statement = connection.prepareStatement("""
                        select r.record_id::text from forwarding.record r
                        join tenancy.project p on p.project_id = r.project_id
                        where p.name = ? and r.state = 4""")) {
            statement.setString(1, project);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    said.add(rows.getString(1));
                }
            }
        }
        receiver.taken().forEach(one -> said.remove(one.deliveryId()));
        said.forEach(id -> complaints.add("delivery " + id + " is said to be sent, and was not"));
    }

    private void awaitEnd(ForwardingClient client) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Counts counts = client.counts();
        while (counts.open() > 0 || counts.cancelled() > 0 || counts.all() < told.count() * DELIVERIES_OF_A_FORM) {
            if (System.nanoTime() > end) {
                complaints.add("it never came to an end: " + counts);
                return;
            }
            // Waits grow with the time since the last try, and a dead server makes that long: whoever looks on is
            // impatient.
            client.sendNow("CANCELLED", "requeueForwardingRecord");
            client.sendNow("FAILED", "resendForwardingRecord");
            Thread.sleep(GLANCE_MILLIS);
            counts = client.counts();
        }
    }

    private Report judged(Receiver receiver, long began) {
        List<Taken> taken = receiver.taken();
        Map<String, String> books = told.casesByForm();
        complaints.addAll(DeliveryJudge.complaints(taken, books));
        int mutants = 0;
        if (complaints.isEmpty()) {
            mutants = DeliveryMutants.count();
            DeliveryMutants.unnoticed(taken, books, plan.seed)
                    .forEach(name -> complaints.add("the judge did not notice that " + name));
        }
        Set<String> ids = new HashSet<>();
        taken.forEach(one -> ids.add(one.deliveryId()));
        return new Report(
                books.size(),
                ids.size(),
                taken.size() - ids.size(),
                receiver.heard(),
                plan.kills,
                plan.nodes,
                mutants,
                (System.nanoTime() - began) / 1e9,
                complaints);
    }
}
