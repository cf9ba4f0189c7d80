// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.judge.Complaints;
import org.baraza.bench.judge.Judge;
import org.baraza.bench.judge.Mutants;
import org.baraza.bench.judge.Promised;
import org.baraza.bench.load.Workers;
import org.baraza.bench.proof.KillReport.Kill;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** A whole proof, from the start of a server to the verdict. The home may hold earlier projects; it makes one of its own. */
public final class KillRun {
    private static final int SHARED_CASES = 6;

    private final KillPlan plan;
    private final ServerCommand command;
    private final String project;
    private final Path logs;
    private final Traffic traffic = new Traffic();

    /** @param folder for the phones' logs; outside the server's home */
    public KillRun(KillPlan plan, ServerCommand command, Path folder) throws IOException {
        this.plan = plan;
        this.command = command;
        this.project = "proof-" + Long.toString(System.currentTimeMillis(), 36);
        this.logs = Files.createDirectories(folder.resolve(project));
    }

    public KillReport run() throws IOException, InterruptedException, SQLException {
        long started = System.nanoTime();
        ServerProcess first = ServerProcess.startHealthy(command);
        Assassin assassin = plan.victim() == KillPlan.Victim.SERVER
                ? new ServerAssassin(plan, traffic, first)
                : new DatabaseAssassin(plan, traffic, first);
        try {
            Admin admin = new Admin(command);
            admin.createProject(project);
            List<Kill> kills = kill(assassin, Workers.create(admin, project, "phone-", plan.clients()));
            List<String> complaints = new ArrayList<>(traffic.oddities());
            if (kills.size() < plan.kills()) {
                complaints.add("only " + kills.size() + " kills hit enough requests");
            }
            int mutants = judge(assassin.server(), admin, complaints);
            return new KillReport(
                    plan,
                    kills,
                    traffic.acknowledgedSoFar(),
                    resends(),
                    traffic.answers(),
                    (System.nanoTime() - started) / 1e9,
                    complaints,
                    mutants);
        } finally {
            assassin.server().close();
        }
    }

    private List<Kill> kill(Assassin assassin, List<Worker> workers) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(plan.seed());
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < SHARED_CASES; i++) {
            shared.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
        try (Phone phone = new Phone(command.port(), project, traffic, logs, plan.clients())) {
            phone.deliver(ProofForms.opening(workers.getFirst(), shared, plan.seed()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> phones = new ArrayList<>();
            for (int c = 0; c < workers.size(); c++) {
                int client = c;
                ProofForms forms = new ProofForms(workers.get(c), c, shared, plan.seed());
                phones.add(threads.submit(() -> {
                    try (Phone phone = new Phone(command.port(), project, traffic, logs, client)) {
                        phone.work(forms);
                    }
                    return true;
                }));
            }
            try {
                List<Kill> kills = assassin.run();
                new Moment(traffic).await(() -> traffic.acknowledgedSoFar() >= plan.forms());
                return kills;
            } finally {
                traffic.end();
                for (Future<Boolean> phone : phones) {
                    phone.get();
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("a phone gave up", e.getCause());
        }
    }

    /** @return how many mutants were tried */
    private int judge(ServerProcess server, Admin admin, List<String> complaints)
            throws IOException, InterruptedException, SQLException {
        ServerHome home = new ServerHome(command.home());
        try (Connection connection = home.superuser()) {
            Stored stored = new Stored(connection, project);
            stored.awaitNumbers();
            // what was seen in the tables must not move while it is judged
            server.freeze();
            try {
                Promised promised = Promised.of(
                        traffic.sent(),
                        AckLog.readAll(logs),
                        home.blobs().resolve(stored.projectId().toString()));
                Complaints found = Judge.judge(connection, stored.projectId(), promised);
                complaints.addAll(found.texts());
                if (!complaints.isEmpty()) {
                    return 0;
                }
                Mutants.unnoticed(connection, stored.projectId(), promised)
                        .forEach(mutant -> complaints.add("the judge did not notice that " + mutant));
            } finally {
                server.thaw();
            }
        }
        complaints.addAll(new PublicView(admin, project, traffic.sent(), plan.seed()).differences());
        return Mutants.count();
    }

    private int resends() throws SQLException, IOException {
        try (Connection connection = new ServerHome(command.home()).superuser()) {
            return new Stored(connection, project).duplicates();
        }
    }
}
