// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.baraza.bench.server.ServerProcess;
import org.baraza.bench.sync.SyncRun;

/** Syncs of small and large caseloads, and many at once. */
final class SyncReport {
    private SyncReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, String project, Options options)
            throws IOException, InterruptedException, SQLException {
        SyncRun run = new SyncRun(server, project, options.number("rounds", 15), options.number("phones", 32));
        SyncRun.Report report = run.run(options.numbers("cases", "10000,100000"));
        Table syncs = new Table("sync", "ms, median (worst)", "floor ms, median", "times the floor", "beside");
        report.lines()
                .forEach(line -> syncs.row(
                        line.what(),
                        String.format(
                                Locale.ROOT,
                                "%.1f (%.1f)",
                                line.times().median(),
                                line.times().worst()),
                        line.times().floorMedian(),
                        line.times().ratio(),
                        line.remark()));
        System.out.println(syncs + "\n");
        Table forms = new Table("cases on the phone that sends", "p50 ms", "p99 ms");
        report.forms().forEach(line -> forms.row(line.cases(), line.p50(), line.p99()));
        System.out.println(forms + "\n");
        Table storms = new Table(
                "first syncs of 10,000 cases at once",
                "ms, median",
                "ms, slowest",
                "forms meanwhile",
                "their p50 ms",
                "p99 ms",
                "p99 ms before");
        run.storms()
                .forEach(line -> storms.row(
                        line.phones(),
                        line.median(),
                        line.slowest(),
                        line.forms(),
                        line.p50(),
                        line.p99(),
                        line.calmP99()));
        System.out.println(storms);
    }
}
