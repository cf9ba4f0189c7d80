// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import org.baraza.bench.machine.Memory;
import org.baraza.bench.machine.ProcessorTime;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerProcess;

/** From the start of the process to a healthy answer: once with an empty folder, then with what that left. */
final class StartReport {
    private static final int REST_MILLIS = 5_000;

    private StartReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerCommand command, Options options) throws IOException, InterruptedException {
        Table table = new Table("start", "seconds to healthy", "processor seconds of the JVM", "memory at rest");
        int rounds = options.number("rounds", 3);
        for (int round = 0; round <= rounds; round++) {
            try (ServerProcess server = ServerProcess.startHealthy(command)) {
                double cpu = ProcessorTime.of(server.pid());
                Thread.sleep(REST_MILLIS);
                table.row(
                        round == 0 ? "first, with an empty folder" : "again",
                        server.startMillis() / 1000.0,
                        cpu,
                        Memory.of(server.pid()));
            }
        }
        System.out.println(table);
    }
}
