// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

import org.baraza.bench.machine.ProcessorTime;

/** Readings of everybody's processor time at one moment. */
public record Meter(double server, double database, double client, double machine, long nanos) {

    /** @param serverPid 0 where no server takes part */
    public static Meter read(long serverPid, long postmaster, long clientPid) {
        return new Meter(
                serverPid == 0 ? 0 : ProcessorTime.of(serverPid),
                ProcessorTime.ofFamily(postmaster),
                ProcessorTime.of(clientPid),
                ProcessorTime.ofMachine(),
                System.nanoTime());
    }

    /** @param sorted what was done since, sorted */
    public Measured until(Meter later, Latencies sorted) {
        return until(later, sorted.count(), sorted.quantile(0.5), sorted.quantile(0.99));
    }

    public Measured until(Meter later, int count, double p50, double p99) {
        double serverCpu = later.server - server;
        double databaseCpu = later.database - database;
        double clientCpu = later.client - client;
        return new Measured(
                count,
                (later.nanos - nanos) / 1e9,
                p50,
                p99,
                serverCpu,
                databaseCpu,
                clientCpu,
                later.machine - machine - serverCpu - databaseCpu - clientCpu);
    }
}
