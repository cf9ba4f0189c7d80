// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.baraza.bench.restore.HeapUse;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** Exports of all forms or cases of a project, streamed and by a job. */
public final class ExportBench {
    private static final int GLANCE_MILLIS = 200;

    private final ServerProcess server;
    private final ServerHome home;
    private final ExportClient client;
    private final UUID project;

    /** Loads the rows. */
    public ExportBench(ServerProcess server, String name, int rows) throws IOException, SQLException {
        this.server = server;
        this.home = new ServerHome(server.command().home());
        new Admin(server.command()).createProject(name);
        this.project = ExportRows.project(home, name);
        this.client = new ExportClient(server.command(), name);
        ExportRows.forms(home, project, rows);
        ExportRows.cases(home, project, rows);
    }

    /**
     * What one kind of export came to.
     *
     * @param firstMillis until the first byte of the stream
     * @param streamed rows a second of the stream
     * @param written rows a second of the job, from its start to its file
     * @param floor rows a second of the floor
     * @param heapBefore MiB alive before
     * @param heapDuring the most MiB alive that were seen while the job ran
     */
    public record Result(
            String kind,
            long rows,
            double firstMillis,
            double streamed,
            double written,
            double floor,
            long heapBefore,
            long heapDuring) {}

    public Result run(boolean ofForms) throws IOException, SQLException, InterruptedException {
        String exportId = client.create(ofForms);
        client.read(client.streamPath(exportId), (_, _) -> {});
        LineCheck lines = new LineCheck();
        ExportClient.Read stream = client.read(client.streamPath(exportId), lines::accept);
        if (lines.wrong() > 0) {
            throw new IOException(lines.wrong() + " rows of the stream are wrong");
        }
        double floor = CopyFloor.rate(home, project, ofForms);
        long before = HeapUse.retained(server.pid());
        long began = System.nanoTime();
        String jobId = client.start(exportId);
        ExportClient.Standing standing = client.standing(jobId);
        while (!standing.isOver()) {
            Thread.sleep(GLANCE_MILLIS);
            standing = client.standing(jobId);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!standing.state().equals("DONE")) {
            throw new IOException("the job ended as " + standing);
        }
        return new Result(
                ofForms ? "forms" : "cases",
                lines.rows(),
                stream.firstNanos() / 1e6,
                lines.rows() * 1e9 / stream.totalNanos(),
                lines.rows() / seconds,
                floor,
                before,
                duringAnother(exportId));
    }

    /** The census stops the server, so it is taken of a job that nobody measures. */
    private long duringAnother(String exportId) throws IOException, InterruptedException {
        String jobId = client.start(exportId);
        long most = 0;
        for (ExportClient.Standing now = client.standing(jobId); !now.isOver(); now = client.standing(jobId)) {
            most = Math.max(most, HeapUse.retained(server.pid()));
        }
        return most;
    }
}
