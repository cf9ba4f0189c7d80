// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.HomeVisits;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.load.Workers;
import org.baraza.bench.restore.Caseload;
import org.baraza.bench.restore.Restore;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerProcess;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;

/** Many phones that are new at the same moment, while others go on sending forms at their own pace. */
final class Storm {
    private static final int SENDERS = 8;
    private static final int PAUSE_MILLIS = 100;

    private final int port;
    private final String project;
    private final List<Worker> phones;
    private final List<HomeVisits> senders = new ArrayList<>();

    /**
     * @param restores milliseconds of each
     * @param calm forms before the storm
     * @param during forms while it lasted
     */
    record Result(Latencies restores, Latencies calm, Latencies during) {}

    Storm(ServerProcess server, String project, int phones, int cases) throws IOException, InterruptedException {
        Admin admin = new Admin(server.command());
        this.port = server.command().port();
        this.project = project;
        this.phones = Workers.create(admin, project, "new-", phones);
        for (Worker worker : this.phones) {
            Caseload.give(port, project, worker, cases);
        }
        Workers.create(admin, project, "sender-", SENDERS)
                .forEach(worker ->
                        senders.add(new HomeVisits(worker, worker.username().hashCode())));
    }

    Result run() throws IOException, InterruptedException {
        try (var threads = Executors.newCachedThreadPool()) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicBoolean stormy = new AtomicBoolean();
            List<Latencies> calm = new ArrayList<>();
            List<Latencies> during = new ArrayList<>();
            List<Future<Boolean>> sending = new ArrayList<>();
            for (HomeVisits sender : senders) {
                Latencies before = new Latencies();
                Latencies meanwhile = new Latencies();
                calm.add(before);
                during.add(meanwhile);
                sending.add(threads.submit(() -> send(sender, over, stormy, before, meanwhile)));
            }
            Thread.sleep(5_000);
            stormy.set(true);
            List<Callable<Restore>> first = new ArrayList<>();
            phones.forEach(worker -> first.add(() -> Restore.run(port, project, worker)));
            Latencies restores = new Latencies();
            try {
                for (Future<Restore> restore : threads.invokeAll(first)) {
                    restores.add(restore.get().totalNanos());
                }
            } finally {
                over.set(true);
            }
            for (Future<Boolean> sender : sending) {
                sender.get();
            }
            return new Result(Latencies.all(List.of(restores)), Latencies.all(calm), Latencies.all(during));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** A form every tenth of a second, later when the last one took longer. */
    private boolean send(HomeVisits sender, AtomicBoolean over, AtomicBoolean stormy, Latencies calm, Latencies during)
            throws IOException, InterruptedException {
        try (Line line = new Line(port)) {
            while (!over.get()) {
                byte[] request =
                        Requests.submission(project, sender.worker().authorization(), FormXml.write(sender.next()));
                boolean inStorm = stormy.get();
                long sent = System.nanoTime();
                HttpAnswer answer = line.send(request);
                (inStorm ? during : calm).add(System.nanoTime() - sent);
                if (answer.status() != 201) {
                    throw new IOException("a form was answered with " + answer.status() + " " + answer.text());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        }
    }
}
