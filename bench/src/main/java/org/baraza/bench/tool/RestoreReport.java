// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import org.baraza.bench.restore.RestoreBench;
import org.baraza.bench.restore.RestoreBench.Result;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerProcess;

/** Full restores of growing caseloads. */
final class RestoreReport {
    private static final double MEBIBYTE = 1024 * 1024;

    private RestoreReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, String project, Options options) throws IOException, InterruptedException {
        new Admin(server.command()).createProject(project);
        RestoreBench bench = new RestoreBench(server, project, options.number("rounds", 20));
        Table table = new Table(
                "cases",
                "MiB gzip (XML)",
                "first byte ms, median (worst)",
                "total ms, median (worst)",
                "JVM CPU ms",
                "heap MiB before, after",
                "memory before, after");
        for (int cases : options.numbers("cases", "10000,100000")) {
            Result result = bench.run(cases);
            table.row(
                    cases,
                    "%.1f (%.1f)".formatted(result.bytes() / MEBIBYTE, result.inflated() / MEBIBYTE),
                    "%.0f (%.0f)".formatted(result.firstMedian(), result.firstWorst()),
                    "%.0f (%.0f)".formatted(result.totalMedian(), result.totalWorst()),
                    result.cpuMillis(),
                    result.heapBefore() + ", " + result.heapAfter(),
                    result.memoryBefore() + ", " + result.memoryAfter());
        }
        System.out.println(table);
    }
}
