// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.util.List;
import java.util.Map;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerProcess;

/** Measures the server: {@code intake} against the floor, {@code restore}, {@code sync}, {@code export}, {@code lists}, {@code install}, {@code
 * forwarding}, {@code start} and memory. */
public final class Bench {
    private Bench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        String name = words.isEmpty() ? "" : words.getFirst();
        if (!List.of("intake", "restore", "sync", "export", "lists", "install", "forwarding", "start")
                .contains(name)) {
            System.err.println(
                    "usage: tools/bench intake|restore|sync|export|lists|install|forwarding|start [--clients 1,8,32] [--seconds 10] [--rounds 3]"
                            + " [--users 200] [--cases 10000,100000] [--phones 32] [--rows 1000000] [--projects 20] [--lists FORMS,...] [--work FOLDER]");
            System.exit(2);
        }
        Options options = Options.of(words.subList(1, words.size()));
        ServerCommand command = Folders.of(options).server();
        String project = "bench-" + Long.toString(System.currentTimeMillis(), 36);
        switch (name) {
            case "start" -> StartReport.run(command, options);
            case "intake" -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    new IntakeReport(server, project, options).run();
                }
            }
            case "sync" -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    SyncReport.run(server, project, options);
                }
            }
            case "export" -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    ExportReport.run(server, project, options);
                }
            }
            case "install" -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    InstallReport.run(server, project, options);
                }
            }
            case "forwarding" -> {
                ServerCommand allowed = command.with(Map.of("BARAZA_EGRESS_ALLOW", "localhost"));
                try (ServerProcess server = ServerProcess.startHealthy(allowed)) {
                    ForwardingReport.run(server, options);
                }
            }
            case "lists" -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    ListReport.run(server, project, options);
                }
            }
            default -> {
                try (ServerProcess server = ServerProcess.startHealthy(command)) {
                    RestoreReport.run(server, project, options);
                }
            }
        }
    }
}
