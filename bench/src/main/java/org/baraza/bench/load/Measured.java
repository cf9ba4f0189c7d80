// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

/**
 * What a run came to.
 *
 * @param count things done
 * @param serverCpu processor seconds of the server's JVM
 * @param databaseCpu processor seconds of all processes of PostgreSQL
 * @param clientCpu processor seconds of the load generator or the floor itself
 * @param otherCpu processor seconds of everything else on the machine
 */
public record Measured(
        int count,
        double seconds,
        double p50,
        double p99,
        double serverCpu,
        double databaseCpu,
        double clientCpu,
        double otherCpu) {

    public double perSecond() {
        return count / seconds;
    }

    /** Processor milliseconds for one, in all processes that serve. */
    public double cpuMillis() {
        return 1000 * (serverCpu + databaseCpu) / count;
    }

    public double serverCpuMillis() {
        return 1000 * serverCpu / count;
    }

    public double databaseCpuMillis() {
        return 1000 * databaseCpu / count;
    }

    public double clientCpuMillis() {
        return 1000 * clientCpu / count;
    }

    /** How much of one core the neighbours took. */
    public double otherCores() {
        return Math.max(0, otherCpu / seconds);
    }
}
