// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.baraza.bench.device.Device;
import org.baraza.bench.device.Synced;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.phone.Block;

/** A phone that fills in forms, sends and syncs, however often the server dies on it. */
final class SyncPhone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int BETWEEN_TRIES_MILLIS = 100;

    private final Line line;
    private final Traffic traffic;
    private final SentForms sent;
    private final AckLog log;
    private final SyncForms forms;
    private final Device device;
    private int syncs;

    SyncPhone(
            int port,
            String project,
            Worker worker,
            int client,
            Path logs,
            Traffic traffic,
            SentForms sent,
            SyncForms forms)
            throws IOException {
        this.line = new Line(port);
        this.traffic = traffic;
        this.sent = sent;
        this.forms = forms;
        this.log = AckLog.open(logs, client);
        this.device = new Device(project, worker, "proof-" + client, this::send, this::arrived);
    }

    Device device() {
        return device;
    }

    int syncs() {
        return syncs;
    }

    void work() throws IOException, InterruptedException {
        sync();
        while (!traffic.isOver()) {
            List<Block> blocks = forms.next(device.phone());
            String formId = forms.nextId();
            sent.add(formId, device.worker().userId(), blocks);
            device.fillIn(formId, blocks);
            if (forms.wantsToSync()) {
                sync();
            } else {
                until(device::send);
            }
        }
    }

    /** Until it has worked. Nobody lost anything, so the server must never say that both do not agree. */
    void sync() throws IOException, InterruptedException {
        until(() -> {
            Synced synced = device.sync();
            syncs++;
            if (synced.kind() == Synced.Kind.RECOVERED) {
                traffic.odd("a phone had to begin anew");
            }
        });
    }

    private interface Attempt {
        void run() throws IOException, InterruptedException;
    }

    private void until(Attempt attempt) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (Device.Refused refused) {
                judge(refused);
            } catch (IOException away) {
                // the next try takes a new connection
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the server did not come back");
            }
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    private void judge(Device.Refused refused) {
        boolean fine =
                refused.status() == 423 || refused.status() == 429 || (refused.status() == 503 && refused.saysWhen());
        if (!fine) {
            traffic.odd(String.valueOf(refused.getMessage()));
        }
    }

    private HttpAnswer send(byte[] request) throws IOException {
        line.connected();
        HttpAnswer answer = traffic.exchange(() -> line.send(request));
        traffic.answered(answer.status());
        return answer;
    }

    private void arrived(String formId) {
        try {
            log.add(formId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        traffic.acknowledged();
    }

    @Override
    public void close() throws IOException {
        line.close();
        log.close();
    }
}
