// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.device.Device;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.load.Workers;
import org.baraza.bench.proof.KillReport.Kill;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;
import org.baraza.phone.Truth;

/**
 * Phones that send forms and sync while their server is killed. No phone may ever be told that it and the server do not agree,
 * and in the end each holds what the forms of all of them say.
 */
public final class SyncKillRun {
    private final KillPlan plan;
    private final ServerCommand command;
    private final String project;
    private final Path logs;
    private final Traffic traffic = new Traffic();
    private final SentForms sent = new SentForms();

    /** @param folder for the phones' logs; outside the server's home */
    public SyncKillRun(KillPlan plan, ServerCommand command, Path folder) throws IOException {
        this.plan = plan;
        this.command = command;
        this.project = "sync-proof-" + Long.toString(System.currentTimeMillis(), 36);
        this.logs = Files.createDirectories(folder.resolve(project));
    }

    public SyncKillReport run() throws IOException, InterruptedException, SQLException {
        long started = System.nanoTime();
        ServerAssassin assassin = new ServerAssassin(plan, traffic, ServerProcess.startHealthy(command));
        try {
            Admin admin = new Admin(command);
            admin.createProject(project);
            List<SyncPhone> phones = phones(Workers.create(admin, project, "phone-", plan.clients()));
            List<Kill> kills = kill(assassin, phones);
            List<String> complaints = new ArrayList<>();
            if (kills.size() < plan.kills()) {
                complaints.add("only " + kills.size() + " kills hit enough requests");
            }
            int mutants = judge(phones, complaints);
            complaints.addAll(traffic.oddities());
            for (SyncPhone phone : phones) {
                phone.close();
            }
            return new SyncKillReport(
                    plan,
                    kills,
                    traffic.acknowledgedSoFar(),
                    phones.stream().mapToInt(SyncPhone::syncs).sum(),
                    traffic.answers(),
                    mutants,
                    (System.nanoTime() - started) / 1e9,
                    complaints);
        } finally {
            assassin.server().close();
        }
    }

    private List<SyncPhone> phones(List<Worker> workers) throws IOException {
        List<String> userIds = workers.stream().map(Worker::userId).toList();
        List<SyncPhone> phones = new ArrayList<>();
        for (int client = 0; client < workers.size(); client++) {
            Worker worker = workers.get(client);
            SyncForms forms = new SyncForms(worker.userId(), userIds, plan.seed() * 1_000 + client);
            phones.add(new SyncPhone(command.port(), project, worker, client, logs, traffic, sent, forms));
        }
        return phones;
    }

    private List<Kill> kill(ServerAssassin assassin, List<SyncPhone> phones) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> working = new ArrayList<>();
            for (SyncPhone phone : phones) {
                working.add(threads.submit(() -> {
                    phone.work();
                    return true;
                }));
            }
            try {
                List<Kill> kills = assassin.run();
                new Moment(traffic).await(() -> traffic.acknowledgedSoFar() >= plan.forms());
                return kills;
            } finally {
                traffic.end();
                for (Future<Boolean> phone : working) {
                    phone.get();
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("a phone gave up", e.getCause());
        }
    }

    /**
     * Once all forms have arrived, everybody syncs once more.
     *
     * @return how many mutants were tried
     */
    private int judge(List<SyncPhone> phones, List<String> complaints)
            throws IOException, InterruptedException, SQLException {
        for (int round = 0; round < 2; round++) {
            for (SyncPhone phone : phones) {
                phone.sync();
            }
        }
        try (Connection connection = new ServerHome(command.home()).superuser()) {
            Truth truth = sent.truth(connection, new Stored(connection, project).projectId());
            sent.missing(truth, AckLog.readAll(logs)).forEach(formId -> complaints.add("is not there once: " + formId));
            int mutants = 0;
            for (SyncPhone phone : phones) {
                Set<String> held = held(phone.device());
                Set<String> live = truth.live(Set.of(phone.device().worker().userId()));
                if (!held.equals(live)) {
                    complaints.add(phone.device().worker().username() + " holds " + held + " instead of " + live);
                }
                mutants += SyncMutants.tried(truth, phone.device().worker().userId(), held, complaints);
            }
            return mutants;
        }
    }

    private static Set<String> held(Device device) {
        device.phone().purge();
        return new TreeSet<>(device.phone().ids());
    }
}
