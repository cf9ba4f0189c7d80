// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes of the server of one data folder. PostgreSQL's processes all work inside their data folder, which tells
 * them from whatever else may have got a recorded process id; where the machine does not show this (no {@code /proc}),
 * the recorded id is trusted.
 */
final class ServerProcesses {
    private final Path data;
    private final Path proc;

    ServerProcesses(Path data) {
        this.data = data;
        this.proc = Path.of("/proc");
    }

    boolean areVisible() {
        return Files.exists(proc.resolve("self/cwd"));
    }

    /** Whether the process lives and is one of ours. */
    boolean isOurs(long pid) {
        return isAlive(pid) && (!areVisible() || worksInData(proc.resolve(Long.toString(pid))));
    }

    /** A process that ended and that nobody has buried yet is not alive, though the system still lists it. */
    boolean isAlive(long pid) {
        if (pid <= 0 || !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            return false;
        }
        try {
            String stat = Files.readString(proc.resolve(pid + "/stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException unknown) {
            return !areVisible();
        }
    }

    List<Long> all() {
        var found = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                if (worksInData(entry)) {
                    found.add(Long.parseLong(entry.getFileName().toString()));
                }
            }
        } catch (IOException invisible) {
            return List.of();
        }
        return found;
    }

    private boolean worksInData(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** Children of a dead server leave by themselves, except one in the middle of a long statement. */
    void awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Long> left = all();
        while (!left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                left.forEach(pid -> signal("KILL", pid));
            }
            Thread.sleep(50);
            left = all();
        }
    }

    void signal(String name, long pid) {
        Command.of("sh", "-c", "kill -" + name + " " + pid).run(Duration.ofSeconds(5));
    }

    /** Asks the server to stop at once but in good order, and insists if it does not. */
    void stop(long pid) throws InterruptedException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            if (!isAlive(pid)) {
                break;
            }
            signal(signal, pid);
            awaitDeath(pid, Duration.ofSeconds(signal.equals("INT") ? 60 : 5));
        }
        awaitEnd(Duration.ofSeconds(2));
    }

    private void awaitDeath(long pid, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive(pid) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }
}
