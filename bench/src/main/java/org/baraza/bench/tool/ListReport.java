// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.baraza.bench.lists.ListBench;
import org.baraza.bench.lists.ListKind;
import org.baraza.bench.load.Measured;
import org.baraza.bench.server.ServerProcess;

/** Pages of lists by REST and GraphQL beside the rows straight from the database. */
final class ListReport {
    private ListReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, String project, Options options)
            throws IOException, SQLException, InterruptedException {
        ListBench bench =
                new ListBench(server, options.numbers("clients", "32").getFirst(), options.number("seconds", 10));
        List<ListKind> kinds = kinds(options);
        bench.load(project, options.number("projects", 20), options.number("rows", 1_000_000));
        Table table = new Table(
                "list",
                "pages/s",
                "share of the floor",
                "p50 ms",
                "p99 ms",
                "CPU ms JVM",
                "CPU ms PostgreSQL",
                "cores of others");
        for (ListKind kind : kinds) {
            ListBench.Result result = bench.run(kind);
            Measured served = result.served();
            table.row(
                    kind.title(),
                    served.perSecond(),
                    result.share(),
                    served.p50(),
                    served.p99(),
                    served.serverCpuMillis(),
                    served.databaseCpuMillis(),
                    served.otherCores());
            System.out.println(kind.title() + " done");
        }
        System.out.println(table);
    }

    private static List<ListKind> kinds(Options options) {
        String named = options.text("lists", "");
        return named.isEmpty()
                ? List.of(ListKind.values())
                : Arrays.stream(named.split(",")).map(ListKind::valueOf).toList();
    }
}
