// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor seconds used so far, to be subtracted from a later reading. */
public final class ProcessorTime {
    private static final Path PROC = Path.of("/proc");
    private static final double TICKS = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int BURIED_USER = 13;
    private static final int BURIED_SYSTEM = 14;

    private ProcessorTime() {}

    /** Of one process; 0 once it is gone. */
    public static double of(long pid) {
        String[] stat = stat(PROC.resolve(Long.toString(pid)));
        return stat.length == 0 ? 0 : ticks(stat, USER) + ticks(stat, SYSTEM);
    }

    /** Of a process, its children, and the children that have ended. */
    public static double ofFamily(long parent) {
        String[] own = stat(PROC.resolve(Long.toString(parent)));
        if (own.length == 0) {
            return 0;
        }
        double sum = ticks(own, USER) + ticks(own, SYSTEM) + ticks(own, BURIED_USER) + ticks(own, BURIED_SYSTEM);
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                String[] stat = stat(process);
                if (stat.length > 0 && Long.parseLong(stat[PARENT]) == parent) {
                    sum += ticks(stat, USER) + ticks(stat, SYSTEM);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    /** Of everything on the machine, idle and waiting left out. */
    public static double ofMachine() {
        try {
            String[] times = Files.readAllLines(PROC.resolve("stat")).getFirst().split(" +");
            double busy = 0;
            for (int i = 1; i <= 8; i++) {
                busy += i == 4 || i == 5 ? 0 : Double.parseDouble(times[i]) / TICKS;
            }
            return busy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ticks(String[] stat, int field) {
        return Double.parseDouble(stat[field]) / TICKS;
    }

    /** The fields behind the name, which may hold blanks; none if the process is gone. */
    private static String[] stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
