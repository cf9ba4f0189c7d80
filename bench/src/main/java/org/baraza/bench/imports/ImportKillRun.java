// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.baraza.bench.export.ExportRows;
import org.baraza.bench.imports.ImportClient.Standing;
import org.baraza.bench.restore.HeapUse;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** An import of many cases whose server is killed in the middle: each row becomes one case, by one form, and none is done twice. */
public final class ImportKillRun {
    private static final int GLANCE_MILLIS = 200;
    private static final int LOOK_AT_HEAP_EVERY = 40;
    private static final int KILLED_AT_PERCENT = 30;

    private final ServerCommand command;
    private final int rows;

    public ImportKillRun(ServerCommand command, int rows) {
        this.command = command;
        this.rows = rows;
    }

    /**
     * What was found.
     *
     * @param percentAtKill how far the import was when its server was killed
     * @param created rows that the import says it created
     * @param cases cases that are there, of them {@code wrong} that differ from their rows or that more than one form touched
     * @param perSecond rows a second from the restart to the end
     */
    public record Report(
            int rows,
            int percentAtKill,
            boolean done,
            int created,
            long cases,
            long wrong,
            long heapBefore,
            long heapDuring,
            double perSecond) {
        public boolean passed() {
            return done && created == rows && cases == rows && wrong == 0 && percentAtKill > 0;
        }

        public String summary() {
            return ("%s: %,d rows of a workbook imported by a job whose server was killed at %d %%; it says that it created %,d"
                            + " cases, %,d are there, %,d of them wrong or made twice; heap alive %d MiB before, at most %d MiB"
                            + " during; %,.0f rows a second after the restart")
                    .formatted(
                            passed() ? "passed" : "FAILED",
                            rows,
                            percentAtKill,
                            created,
                            cases,
                            wrong,
                            heapBefore,
                            heapDuring,
                            perSecond);
        }
    }

    public Report run() throws IOException, SQLException, InterruptedException {
        String name = "import-" + Long.toString(System.currentTimeMillis(), 36);
        ImportClient client = new ImportClient(command, name);
        String path;
        Standing atKill;
        try (ServerProcess server = ServerProcess.startHealthy(command)) {
            new Admin(command).createProject(name);
            path = client.send(ImportBook.of(rows));
            atKill = client.standing(path);
            while (!atKill.isOver() && atKill.percent() < KILLED_AT_PERCENT) {
                Thread.sleep(GLANCE_MILLIS);
                atKill = client.standing(path);
            }
            server.kill();
        }
        try (ServerProcess server = ServerProcess.startHealthy(command)) {
            return afterwards(server, client, name, path, atKill.isOver() ? 0 : atKill.percent());
        }
    }

    private Report afterwards(ServerProcess server, ImportClient client, String name, String path, int percentAtKill)
            throws IOException, InterruptedException, SQLException {
        long before = HeapUse.retained(server.pid());
        long during = before;
        Standing standing = client.standing(path);
        int first = standing.percent();
        long began = System.nanoTime();
        for (int glance = 0; !standing.isOver(); glance++) {
            if (glance % LOOK_AT_HEAP_EVERY == 0) {
                during = Math.max(during, HeapUse.retained(server.pid()));
            }
            Thread.sleep(GLANCE_MILLIS);
            standing = client.standing(path);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long[] found = judged(new ServerHome(command.home()), name);
        return new Report(
                rows,
                percentAtKill,
                standing.isDone(),
                standing.created(),
                found[0],
                found[1],
                before,
                during,
                rows * (100 - first) / 100.0 / seconds);
    }

    /** How many cases there are, and how many of them are not as their row says. */
    private static long[] judged(ServerHome home, String name) throws SQLException, IOException {
        UUID project = ExportRows.project(home, name);
        try (Connection connection = home.superuser();
                var query = connection.prepareStatement("""
                        select count(*), count(*) filter (where not (c.name = 'Case ' || n and steps = 1
                            and c.properties = jsonb_build_object('village', 'Village ' || n % 500, 'weight', (n % 90)::text,
                                'visits', '3', 'status', 'active')))
                        from (select *, substring(external_id from 2)::int as n from cases.case_record
                              where project_id = ? and type = ? and deleted_on is null) as c
                        cross join lateral (select count(*) as steps from cases.case_transaction as t
                            where t.project_id = c.project_id and t.case_id = c.case_id) as counted""")) {
            query.setObject(1, project);
            query.setString(2, ImportClient.CASE_TYPE);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return new long[] {found.getLong(1), found.getLong(2)};
            }
        }
    }
}
