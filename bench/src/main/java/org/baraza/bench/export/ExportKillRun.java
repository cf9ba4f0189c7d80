// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.baraza.bench.export.ExportClient.Standing;
import org.baraza.bench.restore.HeapUse;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** An export of many forms whose server is killed in the middle: no file is shown until there is a whole one. */
public final class ExportKillRun {
    private static final int GLANCE_MILLIS = 100;
    private static final int LOOK_AT_HEAP_EVERY = 20;

    private final ServerCommand command;
    private final int rows;

    public ExportKillRun(ServerCommand command, int rows) {
        this.command = command;
        this.rows = rows;
    }

    /**
     * What was found.
     *
     * @param doneAtKill rows that were behind the job when its server was killed
     * @param shownBefore whether a file was shown before the job was done
     * @param read rows of the file
     * @param wrong of these, rows that are out of order or there twice
     */
    public record Report(
            int rows,
            int doneAtKill,
            boolean shownBefore,
            String state,
            long read,
            long wrong,
            long heapBefore,
            long heapDuring,
            double seconds) {
        public boolean passed() {
            return state.equals("DONE") && !shownBefore && read == rows && wrong == 0 && doneAtKill > 0;
        }

        public String summary() {
            return ("%s: %,d forms exported as CSV by a job whose server was killed at row %,d and begun anew; the file has %,d rows,"
                            + " %,d of them wrong; %sfile shown before the end; heap alive %d MiB before, at most %d MiB"
                            + " during; %.0f s from the restart to the end")
                    .formatted(
                            passed() ? "passed" : "FAILED (" + state + ")",
                            rows,
                            doneAtKill,
                            read,
                            wrong,
                            shownBefore ? "A " : "no ",
                            heapBefore,
                            heapDuring,
                            seconds);
        }
    }

    public Report run() throws IOException, SQLException, InterruptedException {
        String name = "export-" + Long.toString(System.currentTimeMillis(), 36);
        ExportClient client = new ExportClient(command, name);
        String jobId;
        int doneAtKill;
        try (ServerProcess server = ServerProcess.startHealthy(command)) {
            ServerHome home = new ServerHome(command.home());
            new Admin(command).createProject(name);
            UUID project = ExportRows.project(home, name);
            ExportRows.forms(home, project, rows);
            jobId = client.start(client.create(true));
            Standing standing = client.standing(jobId);
            while (!standing.isOver() && standing.done() < rows / 5) {
                Thread.sleep(GLANCE_MILLIS / 10);
                standing = client.standing(jobId);
            }
            doneAtKill = standing.isOver() ? 0 : standing.done();
            server.kill();
        }
        try (ServerProcess server = ServerProcess.startHealthy(command)) {
            return afterwards(server, client, jobId, doneAtKill);
        }
    }

    private Report afterwards(ServerProcess server, ExportClient client, String jobId, int doneAtKill)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long before = HeapUse.retained(server.pid());
        long during = before;
        boolean shown = false;
        Standing standing = client.standing(jobId);
        for (int glance = 0; !standing.isOver(); glance++) {
            shown |= !standing.filePath().isEmpty();
            if (glance % LOOK_AT_HEAP_EVERY == 0) {
                during = Math.max(during, HeapUse.retained(server.pid()));
            }
            Thread.sleep(GLANCE_MILLIS);
            standing = client.standing(jobId);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        LineCheck lines = new LineCheck();
        if (!standing.filePath().isEmpty()) {
            client.read(standing.filePath(), lines::accept);
        }
        return new Report(
                rows, doneAtKill, shown, standing.state(), lines.rows(), lines.wrong(), before, during, seconds);
    }
}
