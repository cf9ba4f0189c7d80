// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.lists;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.baraza.bench.export.ExportRows;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.load.Measured;
import org.baraza.bench.load.Meter;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;
import org.baraza.bench.wire.Requests;

/** Reads of lists in a database with cases and forms of many projects. */
public final class ListBench {
    private static final double WARM_UP_SECONDS = 25;

    private final ServerProcess server;
    private final ServerHome home;
    private final int clients;
    private final double seconds;
    private final List<String> names = new ArrayList<>();
    private final List<UUID> projects = new ArrayList<>();

    public ListBench(ServerProcess server, int clients, double seconds) {
        this.server = server;
        this.home = new ServerHome(server.command().home());
        this.clients = clients;
        this.seconds = seconds;
    }

    /** What a list came to, beside its floor. */
    public record Result(ListKind kind, Measured served, Measured floor) {
        public double share() {
            return served.perSecond() / floor.perSecond();
        }
    }

    /** Makes the projects and their rows, so many cases and as many forms in all. */
    public void load(String name, int count, int rows) throws IOException, SQLException {
        Admin admin = new Admin(server.command());
        for (int i = 0; i < count; i++) {
            admin.createProject(name + "-" + i);
            UUID project = ExportRows.project(home, name + "-" + i);
            ListRows.cases(home, project, rows / count);
            ExportRows.forms(home, project, rows / count);
            names.add(name + "-" + i);
            projects.add(project);
        }
        ListRows.settle(home);
    }

    public Result run(ListKind kind) throws IOException, InterruptedException {
        String authorization =
                Requests.basic(ServerCommand.ADMIN, server.command().adminPassword());
        List<byte[]> requests =
                names.stream().map(name -> kind.request(name, authorization)).toList();
        new ListLoad(clients, WARM_UP_SECONDS).ofServer(server.command().port(), kind, requests);
        ListLoad load = new ListLoad(clients, seconds);
        Meter before = meter();
        Latencies served = load.ofServer(server.command().port(), kind, requests);
        Measured measured = before.until(meter(), served);
        server.freeze();
        try {
            Meter floorBefore = meter();
            Latencies floor = load.ofDatabase(home, kind, projects);
            return new Result(kind, measured, floorBefore.until(meter(), floor));
        } finally {
            server.thaw();
        }
    }

    private Meter meter() {
        return Meter.read(
                server.pid(),
                home.postmaster().orElseThrow(),
                ProcessHandle.current().pid());
    }
}
