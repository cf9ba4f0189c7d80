// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;

/** One phone: sends a form until it is told that it arrived, writes that down, and takes the next. */
final class Phone implements AutoCloseable {
    /** On a busy machine a form can meet many restarts, one after the other, and each takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BETWEEN_TRIES_MILLIS = 100;

    private final String project;
    private final Line line;
    private final Traffic traffic;
    private final AckLog log;

    Phone(int port, String project, Traffic traffic, Path logs, int client) throws IOException {
        this.line = new Line(port);
        this.project = project;
        this.traffic = traffic;
        this.log = AckLog.open(logs, client);
    }

    void work(ProofForms forms) throws IOException, InterruptedException {
        while (!traffic.isOver()) {
            deliver(forms.next());
        }
    }

    /** Returns when the server has it. */
    void deliver(PlannedForm form) throws IOException, InterruptedException {
        byte[] request = Requests.submission(
                project,
                form.worker().authorization(),
                FormXml.write(form),
                form.hasAttachment() ? PlannedForm.PHOTO : "",
                form.attachment());
        traffic.sending(form);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTaken(form, request)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("form " + form.id() + " was never taken");
            }
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
        log.add(form.id());
        traffic.acknowledged();
    }

    private boolean isTaken(PlannedForm form, byte[] request) {
        try {
            line.connected();
            HttpAnswer answer = traffic.exchange(() -> line.send(request));
            traffic.answered(answer.status());
            switch (answer.status()) {
                case 201 -> {
                    return true;
                }
                case 423, 429 -> {}
                case 503 -> {
                    if (answer.header("retry-after").isEmpty()) {
                        traffic.odd("a 503 without Retry-After");
                    }
                }
                default ->
                    traffic.odd("form " + form.id() + " was answered with " + answer.status() + " " + answer.text());
            }
        } catch (IOException away) {
            // the next try takes a new connection
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        line.close();
        log.close();
    }
}
