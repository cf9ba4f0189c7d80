// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process keeps in memory, in MiB.
 *
 * @param resident now
 * @param peak the most so far
 */
public record Memory(long resident, long peak) {
    public static Memory of(long pid) {
        try {
            long resident = 0;
            long peak = 0;
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    resident = mebibytes(line);
                } else if (line.startsWith("VmHWM:")) {
                    peak = mebibytes(line);
                }
            }
            return new Memory(resident, peak);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long mebibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }

    @Override
    public String toString() {
        return resident + " MiB (peak " + peak + ")";
    }
}
