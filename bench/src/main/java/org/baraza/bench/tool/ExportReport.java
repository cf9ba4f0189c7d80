// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.sql.SQLException;
import org.baraza.bench.export.ExportBench;
import org.baraza.bench.server.ServerProcess;

/** Exports of all forms and all cases of a large project. */
final class ExportReport {
    private ExportReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, String project, Options options)
            throws IOException, SQLException, InterruptedException {
        ExportBench bench = new ExportBench(server, project, options.number("rows", 1_000_000));
        Table table = new Table(
                "rows",
                "first byte ms",
                "streamed rows/s",
                "job rows/s",
                "floor rows/s",
                "share",
                "heap MiB before, most");
        for (boolean ofForms : new boolean[] {true, false}) {
            ExportBench.Result result = bench.run(ofForms);
            table.row(
                    "%,d %s".formatted(result.rows(), result.kind()),
                    "%.0f".formatted(result.firstMillis()),
                    "%,.0f".formatted(result.streamed()),
                    "%,.0f".formatted(result.written()),
                    "%,.0f".formatted(result.floor()),
                    "%.2f".formatted(result.streamed() / result.floor()),
                    result.heapBefore() + ", " + result.heapDuring());
        }
        System.out.println(table);
    }
}
