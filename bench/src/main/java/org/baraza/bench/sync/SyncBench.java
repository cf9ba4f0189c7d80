// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.baraza.bench.device.Device;
import org.baraza.bench.device.Synced;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.load.Workers;
import org.baraza.bench.restore.Caseload;
import org.baraza.bench.restore.HeapUse;
import org.baraza.bench.restore.Restore;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerProcess;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;
import org.baraza.phone.Block;
import org.baraza.phone.FormXml;

/** Phones that hold few and many cases: first syncs, later ones, and forms in between. */
public final class SyncBench {
    private static final int WARM_UPS = 4;

    private final ServerProcess server;
    private final Admin admin;
    private final String project;
    private final RowsFloorProcess floor;
    private final Worker desk;
    private final int rounds;
    private final SplittableRandom random = new SplittableRandom(1);

    SyncBench(ServerProcess server, String project, RowsFloorProcess floor, int rounds)
            throws IOException, InterruptedException {
        this.server = server;
        this.admin = new Admin(server.command());
        this.project = project;
        this.floor = floor;
        this.rounds = rounds;
        this.desk = Workers.create(admin, project, "desk-", 1).getFirst();
    }

    /** A phone after its first sync. */
    Device phone(int cases) throws IOException, InterruptedException {
        Worker worker = worker(cases);
        Caseload.give(port(), project, worker, cases);
        Device device = new Device(project, worker, "bench-" + cases, new Line(port())::send, formId -> {});
        Synced first = device.sync();
        if (first.told() != cases) {
            throw new IOException("a restore held " + first.told() + " cases instead of " + cases);
        }
        return device;
    }

    private Worker worker(int cases) throws IOException, InterruptedException {
        return Workers.create(admin, project, "phone-" + cases + "-" + random.nextInt(1 << 20) + "-", 1)
                .getFirst();
    }

    private int port() {
        return server.command().port();
    }

    /** Full restores beside the floor. */
    Beside full(Device device, int cases) throws IOException {
        Beside beside = new Beside();
        for (int round = -WARM_UPS; round < rounds; round++) {
            Restore restore = Restore.run(port(), project, device.worker());
            long rows = floor.full(device.worker().userId(), cases);
            if (round >= 0) {
                beside.add(restore.totalNanos(), rows);
            }
        }
        return beside;
    }

    /** MiB that are alive while a full restore is under way, beyond those that are alive without. */
    long heap(Device device) throws IOException, InterruptedException {
        long before = HeapUse.retained(server.pid());
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                Restore.run(port(), project, device.worker());
            } catch (IOException brokenOff) {
                throw new UncheckedIOException(brokenOff);
            }
        });
        long most = before;
        while (reader.isAlive()) {
            most = Math.max(most, HeapUse.retained(server.pid()));
        }
        reader.join();
        return most - before;
    }

    /** Syncs after somebody else changed some of the phone's cases, beside the reading of those rows. */
    Beside changed(Device device, int changes) throws IOException, InterruptedException {
        Beside beside = new Beside();
        List<String> ids = List.copyOf(device.phone().ids());
        try (Line line = new Line(port())) {
            for (int round = -WARM_UPS; round < rounds; round++) {
                List<String> some = random.ints(0, ids.size())
                        .distinct()
                        .limit(changes)
                        .mapToObj(ids::get)
                        .toList();
                List<Block> blocks = some.stream()
                        .map(id -> Block.of(id).setting("last_visit", "2026-04-" + (10 + random.nextInt(20))))
                        .toList();
                submit(line, desk, blocks);
                Synced synced = device.sync();
                if (synced.kind() != Synced.Kind.CONTINUED || synced.told() != changes) {
                    throw new IOException("a sync after " + changes + " changes was " + synced);
                }
                long rows = floor.some(some);
                if (round >= 0) {
                    beside.add(synced.nanos(), rows);
                }
            }
        }
        return beside;
    }

    /** Forms from phones that hold little and much, in turns; each changes a case and makes one. */
    List<Latencies> submissions(List<Device> devices, int forms) throws IOException {
        List<Latencies> latencies = new ArrayList<>();
        devices.forEach(device -> latencies.add(new Latencies()));
        try (Line line = new Line(port())) {
            for (int form = -forms / 4; form < forms; form++) {
                for (int d = 0; d < devices.size(); d++) {
                    Device device = devices.get(d);
                    String known = device.phone().openIds().getFirst();
                    long nanos = submit(
                            line,
                            device.worker(),
                            List.of(
                                    Block.of(known).setting("visits", Integer.toString(form)),
                                    Block.of(UUID.randomUUID().toString())
                                            .creating(
                                                    "member",
                                                    "Born",
                                                    device.worker().userId())
                                            .linking("parent", known, false)),
                            "X-CommCareHQ-LastSyncToken: "
                                    + device.phone().token().orElseThrow());
                    if (form >= 0) {
                        latencies.get(d).add(nanos);
                    }
                }
            }
        }
        return latencies.stream().map(one -> Latencies.all(List.of(one))).toList();
    }

    private long submit(Line line, Worker who, List<Block> blocks, String... headers) throws IOException {
        byte[] xml =
                FormXml.of(UUID.randomUUID().toString(), who.userId(), blocks).getBytes(StandardCharsets.UTF_8);
        byte[] request = Requests.submission(project, who.authorization(), xml, "", new byte[0], headers);
        long sent = System.nanoTime();
        HttpAnswer answer = line.send(request);
        long nanos = System.nanoTime() - sent;
        if (answer.status() != 201) {
            throw new IOException("a form was answered with " + answer.status() + " " + answer.text());
        }
        return nanos;
    }
}
