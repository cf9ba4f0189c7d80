// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.HomeVisits;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;

/** Clients that submit forms, each for workers of its own. Any answer but 201 ends the run. */
public final class SubmissionLoad {
    private final int port;
    private final String project;
    private final List<HomeVisits> workers;

    public SubmissionLoad(int port, String project, List<HomeVisits> workers) {
        this.port = port;
        this.project = project;
        this.workers = workers;
    }

    /** Submits until the time is over. */
    public Latencies forSeconds(int clients, double seconds) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        return run(clients, share -> {
            Latencies latencies = new Latencies();
            try (Line line = new Line(port)) {
                for (int i = 0; System.nanoTime() < deadline; i++) {
                    submit(line, share.get(i % share.size()), latencies);
                }
            }
            return latencies;
        });
    }

    /** One form of each worker. */
    public Latencies onceEach(int clients) throws InterruptedException, IOException {
        return run(clients, share -> {
            Latencies latencies = new Latencies();
            try (Line line = new Line(port)) {
                for (HomeVisits worker : share) {
                    submit(line, worker, latencies);
                }
            }
            return latencies;
        });
    }

    private void submit(Line line, HomeVisits worker, Latencies latencies) throws IOException {
        PlannedForm form = worker.next();
        byte[] request = Requests.submission(project, worker.worker().authorization(), FormXml.write(form));
        long sent = System.nanoTime();
        HttpAnswer answer = line.send(request);
        latencies.add(System.nanoTime() - sent);
        if (answer.status() != 201) {
            throw new IOException("a form was answered with " + answer.status() + " " + answer.text());
        }
    }

    @FunctionalInterface
    private interface Client {
        Latencies run(List<HomeVisits> share) throws IOException;
    }

    private Latencies run(int clients, Client client) throws InterruptedException, IOException {
        List<Latencies> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                List<HomeVisits> share = share(c, clients);
                running.add(threads.submit(() -> client.run(share)));
            }
            for (Future<Latencies> future : running) {
                parts.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return Latencies.all(parts);
    }

    private List<HomeVisits> share(int client, int clients) {
        List<HomeVisits> share = new ArrayList<>();
        for (int w = client; w < workers.size(); w += clients) {
            share.add(workers.get(w));
        }
        return share;
    }
}
