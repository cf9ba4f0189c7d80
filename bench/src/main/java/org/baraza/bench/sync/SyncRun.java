// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.baraza.bench.device.Device;
import org.baraza.bench.load.Feed;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/**
 * All that is measured of syncs, one after the other.
 *
 * @param rounds how often each is measured
 * @param phones how many are new at the same moment; 0 leaves that out
 */
public record SyncRun(ServerProcess server, String project, int rounds, int phones) {
    private static final int CHANGES = 50;
    private static final int FORMS = 400;
    private static final int NEW_CASES = 10_000;

    /** Syncs beside their floor. */
    public record Line(String what, Beside times, String remark) {}

    /** Forms that name a sync, from a phone with so many cases. */
    public record Forms(int cases, double p50, double p99) {}

    /** Many first syncs at once; times in milliseconds. */
    public record StormLine(
            int phones, double median, double slowest, int forms, double calmP99, double p50, double p99) {}

    /** What came of it. */
    public record Report(List<Line> lines, List<Forms> forms) {}

    public Report run(List<Integer> caseloads) throws IOException, InterruptedException, SQLException {
        new Admin(server.command()).createProject(project);
        ServerHome home = new ServerHome(server.command().home());
        List<Line> lines = new ArrayList<>();
        List<Forms> forms = new ArrayList<>();
        try (RowsFloorProcess floor = new RowsFloorProcess(home, projectId(home))) {
            SyncBench bench = new SyncBench(server, project, floor, rounds);
            List<Integer> sizes = new ArrayList<>(List.of(100));
            sizes.addAll(caseloads);
            List<Device> devices = new ArrayList<>();
            for (int cases : sizes) {
                devices.add(bench.phone(cases));
            }
            Feed.awaitNumbered(home);
            for (int i = 1; i < sizes.size(); i++) {
                Beside full = bench.full(devices.get(i), sizes.get(i));
                lines.add(new Line(
                        "full, %,d cases".formatted(sizes.get(i)),
                        full,
                        "%d MiB heap beyond rest".formatted(bench.heap(devices.get(i)))));
                lines.add(new Line(
                        "%d changed of %,d".formatted(CHANGES, sizes.get(i)),
                        bench.changed(devices.get(i), CHANGES),
                        ""));
            }
            Feed.awaitNumbered(home);
            List<Latencies> sent = bench.submissions(devices, FORMS);
            for (int i = 0; i < sizes.size(); i++) {
                forms.add(new Forms(
                        sizes.get(i), sent.get(i).quantile(0.5), sent.get(i).quantile(0.99)));
            }
        }
        return new Report(lines, forms);
    }

    /** After {@link #run}, twice; the first is a server's first encounter with a crowd. */
    public List<StormLine> storms() throws IOException, InterruptedException, SQLException {
        if (phones == 0) {
            return List.of();
        }
        ServerHome home = new ServerHome(server.command().home());
        Storm storm = new Storm(server, project, phones, NEW_CASES);
        Feed.awaitNumbered(home);
        List<StormLine> storms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Storm.Result result = storm.run();
            storms.add(new StormLine(
                    phones,
                    result.restores().quantile(0.5),
                    result.restores().quantile(1),
                    result.during().count(),
                    result.calm().quantile(0.99),
                    result.during().quantile(0.5),
                    result.during().quantile(0.99)));
        }
        return storms;
    }

    private UUID projectId(ServerHome home) throws SQLException, IOException {
        try (var connection = home.superuser();
                var statement = connection.prepareStatement("select project_id from tenancy.project where name = ?")) {
            statement.setString(1, project);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
