// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.restore;

import java.io.IOException;
import java.util.List;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.load.Workers;
import org.baraza.bench.machine.Memory;
import org.baraza.bench.machine.ProcessorTime;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerProcess;

/** Restores of one worker with many cases, one after the other. */
public final class RestoreBench {
    private static final int WARM_UPS = 8;

    private final ServerProcess server;
    private final String project;
    private final int rounds;

    public RestoreBench(ServerProcess server, String project, int rounds) {
        this.server = server;
        this.project = project;
        this.rounds = rounds;
    }

    /**
     * What the restores of one caseload came to; times in milliseconds, memory in MiB.
     *
     * @param cpuMillis processor time of the server's JVM for one
     * @param heapBefore what the heap held before the restores, collected
     * @param heapAfter what it held after them, collected
     */
    public record Result(
            int cases,
            long bytes,
            long inflated,
            double firstMedian,
            double firstWorst,
            double totalMedian,
            double totalWorst,
            double cpuMillis,
            long heapBefore,
            long heapAfter,
            Memory memoryBefore,
            Memory memoryAfter) {}

    public Result run(int cases) throws IOException, InterruptedException {
        int port = server.command().port();
        Worker worker = Workers.create(
                        new Admin(server.command()),
                        project,
                        "restore-" + cases + "-" + System.currentTimeMillis() + "-",
                        1)
                .getFirst();
        Caseload.give(port, project, worker, cases);
        Restore.Content content = Restore.content(port, project, worker);
        if (content.cases() != cases) {
            throw new IOException("a restore held " + content.cases() + " cases instead of " + cases);
        }
        for (int i = 0; i < WARM_UPS; i++) {
            Restore.run(port, project, worker);
        }
        long heapBefore = HeapUse.retained(server.pid());
        Memory memoryBefore = Memory.of(server.pid());
        double cpuBefore = ProcessorTime.of(server.pid());
        Latencies first = new Latencies();
        Latencies total = new Latencies();
        long bytes = 0;
        for (int i = 0; i < rounds; i++) {
            Restore restore = Restore.run(port, project, worker);
            first.add(restore.firstNanos());
            total.add(restore.totalNanos());
            bytes = restore.bytes();
        }
        double cpu = 1000 * (ProcessorTime.of(server.pid()) - cpuBefore) / rounds;
        Memory memoryAfter = Memory.of(server.pid());
        Latencies firsts = Latencies.all(List.of(first));
        Latencies totals = Latencies.all(List.of(total));
        return new Result(
                cases,
                bytes,
                content.inflated(),
                firsts.quantile(0.5),
                firsts.quantile(1),
                totals.quantile(0.5),
                totals.quantile(1),
                cpu,
                heapBefore,
                HeapUse.retained(server.pid()),
                memoryBefore,
                memoryAfter);
    }
}
