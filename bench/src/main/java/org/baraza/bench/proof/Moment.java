// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for moments in the traffic. */
final class Moment {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Traffic traffic;

    Moment(Traffic traffic) {
        this.traffic = traffic;
    }

    /** So many acknowledgements later, with requests in flight. */
    void after(int acknowledgements) throws IOException, InterruptedException {
        int wanted = traffic.acknowledgedSoFar() + acknowledgements;
        await(() -> traffic.acknowledgedSoFar() >= wanted && traffic.inFlight() >= KillPlan.IN_FLIGHT);
    }

    void await(BooleanSupplier come) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > deadline || traffic.isOver()) {
                throw new IOException("traffic came to a stop: " + traffic.answers() + " " + traffic.oddities());
            }
            Thread.sleep(1);
        }
    }
}
