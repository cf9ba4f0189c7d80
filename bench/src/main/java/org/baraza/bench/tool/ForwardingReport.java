// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.sql.SQLException;
import org.baraza.bench.forwarding.ForwardingBench;
import org.baraza.bench.forwarding.ForwardingBench.Sent;
import org.baraza.bench.load.Measured;
import org.baraza.bench.server.ServerProcess;

/** Deliveries to other systems: how many a second, and how soon. */
final class ForwardingReport {
    private static final double LEFT_BY_ONE_THAT_HANGS = 0.8;

    private ForwardingReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerProcess server, Options options) throws IOException, SQLException, InterruptedException {
        ForwardingBench bench = new ForwardingBench(server, options.number("forms", 20_000));
        Table table = new Table(
                "to",
                "deliveries/s",
                "goal",
                "CPU ms JVM",
                "CPU ms PostgreSQL",
                "bytes of the database's log",
                "cores of others");
        row(table, "one place that answers at once", bench.instant(), 1_500);
        Sent slow = bench.slow(false);
        row(table, "20 places that take 200 ms", slow, 500);
        row(table, "the same, one of them hanging", bench.slow(true), slow.perSecond() * LEFT_BY_ONE_THAT_HANGS);
        System.out.println(table);
        ForwardingBench.Lag lag = bench.lag();
        System.out.printf(
                "From the answer to the phone to the first attempt, at %,.0f forms/s: median %,.0f ms, p99 %,.0f ms (goal 1,000)%n",
                lag.perSecond(), lag.medianMillis(), lag.p99Millis());
    }

    private static void row(Table table, String place, Sent sent, double goal) {
        Measured measured = sent.measured();
        table.row(
                place,
                measured.perSecond(),
                goal,
                measured.serverCpuMillis(),
                measured.databaseCpuMillis(),
                sent.writtenBytes(),
                measured.otherCores());
    }
}
