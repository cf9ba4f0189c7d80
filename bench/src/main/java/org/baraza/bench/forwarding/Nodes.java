// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerProcess;

/** Servers on the database of the first; whichever dies, the database stays. A number beyond the last means the first again. */
final class Nodes implements AutoCloseable {
    private final List<ServerCommand> commands = new ArrayList<>();
    private final List<ServerProcess> processes = new ArrayList<>();

    Nodes(ServerCommand first, int count) throws IOException, InterruptedException {
        processes.add(ServerProcess.startHealthy(first));
        commands.add(first);
        if (count > 1) {
            commands.add(first.second());
            processes.add(ServerProcess.startHealthy(commands.getLast()));
        }
    }

    private int index(int number) {
        return number % commands.size();
    }

    int port(int number) {
        return commands.get(index(number)).port();
    }

    boolean isAlive(int number) {
        return processes.get(index(number)).isAlive();
    }

    void kill(int number) throws InterruptedException {
        processes.get(index(number)).kill();
    }

    /** @param more settings for this start alone */
    void start(int number, Map<String, String> more) throws IOException, InterruptedException {
        ServerCommand command = commands.get(index(number));
        Map<String, String> settings = new HashMap<>(command.extra());
        settings.putAll(more);
        processes.set(index(number), ServerProcess.start(command.with(settings)));
    }

    /** Those that died. */
    void startAll() throws IOException, InterruptedException {
        for (int number = 0; number < commands.size(); number++) {
            if (!isAlive(number)) {
                start(number, Map.of());
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (ServerProcess process : processes.reversed()) {
            process.close();
        }
    }
}
