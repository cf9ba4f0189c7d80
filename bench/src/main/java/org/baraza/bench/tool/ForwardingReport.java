// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import org.baraza.bench.forwarding.ForwardingBench;
import org.baraza.bench.server.ServerCommand;

/** Deliveries to other systems: how many a second, and how soon. */
final class ForwardingReport {
    private ForwardingReport() {}

    @SuppressWarnings("SystemOut")
    static void run(ServerCommand command, Options options) throws IOException, InterruptedException {
        ForwardingBench bench = new ForwardingBench(command, options.number("forms", 20_000));
        Table table = new Table("to", "deliveries/s", "goal");
        table.row("one place that answers at once", "%,.0f".formatted(bench.instant()), "1,500");
        double slow = bench.slow(false);
        double hanging = bench.slow(true);
        table.row("20 places that take 200 ms", "%,.0f".formatted(slow), "500");
        table.row("the same, one of them hanging", "%,.0f".formatted(hanging), "%,.0f".formatted(slow * 0.8));
        System.out.println(table);
        ForwardingBench.Lag lag = bench.lag();
        System.out.printf(
                "From the answer to the phone to the first attempt, at %,.0f forms/s: median %,.0f ms, p99 %,.0f ms (goal 1,000)%n",
                lag.perSecond(), lag.medianMillis(), lag.p99Millis());
    }
}
