// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.util.ArrayList;
import java.util.List;

/** The same thing done by the server and by the floor, in turns. Times in milliseconds. */
public final class Beside {
    private final List<Double> server = new ArrayList<>();
    private final List<Double> floor = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    void add(long serverNanos, long floorNanos) {
        server.add(serverNanos / 1e6);
        floor.add(floorNanos / 1e6);
        ratios.add((double) serverNanos / floorNanos);
    }

    public double median() {
        return middle(server);
    }

    public double worst() {
        return server.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    public double floorMedian() {
        return middle(floor);
    }

    /** The middle one of the rounds' ratios, which neighbours disturb least. */
    public double ratio() {
        return middle(ratios);
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
