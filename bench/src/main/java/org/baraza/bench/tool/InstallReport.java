// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import org.baraza.bench.install.InstallBench;
import org.baraza.bench.server.ServerProcess;

/** Making versions of a large app, and what phones fetch of them. */
final class InstallReport {
    private static final int VERSIONS = 12;

    private InstallReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, String project, Options options) throws IOException, InterruptedException {
        InstallBench bench = new InstallBench(
                server.command(), project, options.numbers("clients", "16").getFirst(), options.number("seconds", 10));
        System.out.println("versions of 50 forms with 2,000 questions, ms: " + bench.versions(VERSIONS));
        Table table = new Table("fetched", "a second", "p50 ms", "p99 ms");
        for (InstallBench.Result result : bench.downloads()) {
            table.row(result.what(), result.perSecond(), result.p50(), result.p99());
        }
        System.out.println(table);
    }
}
