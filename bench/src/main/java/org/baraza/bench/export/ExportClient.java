// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.io.IOException;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.HttpConnection;
import org.baraza.bench.wire.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody who exports asks of the server. */
public final class ExportClient {
    private static final int OK = 200;

    private final ServerCommand command;
    private final Admin admin;
    private final String project;

    public ExportClient(ServerCommand command, String project) {
        this.command = command;
        this.admin = new Admin(command);
        this.project = project;
    }

    /** Makes an export of what is usual, as one CSV file. */
    public String create(boolean ofForms) throws IOException {
        JsonNode made = ask(
                        "mutation($p: String!, $x: String!) { createExport(input: {project: $p, name: \"Bench\", type: "
                                + (ofForms ? "FORM" : "CASE")
                                + ", identifier: $x, format: UNZIPPED_CSV}) { export { exportId } userErrors { message } } }",
                        ofForms ? ExportRows.XMLNS : ExportRows.CASE_TYPE)
                .path("createExport");
        if (!made.path("userErrors").isEmpty()) {
            throw new IOException("no export: " + made);
        }
        return made.at("/export/exportId").asString();
    }

    /** Starts to write its file; gives the job. */
    public String start(String exportId) throws IOException {
        return ask(
                        "mutation($p: String!, $x: String!) { startExport(input: {project: $p, exportId: $x}) {"
                                + " job { jobId } } }",
                        exportId)
                .at("/startExport/job/jobId")
                .asString();
    }

    /** How a job stands. */
    public record Standing(String state, int done, int total, String filePath) {
        public boolean isOver() {
            return !state.equals("QUEUED") && !state.equals("RUNNING");
        }
    }

    public Standing standing(String jobId) throws IOException {
        JsonNode job = ask(
                        "query($p: String!, $x: String!) { project(name: $p) { job(jobId: $x) {"
                                + " state done total filePath } } }",
                        jobId)
                .at("/project/job");
        return new Standing(
                job.path("state").asString(),
                job.path("done").asInt(),
                job.path("total").asInt(0),
                job.path("filePath").asString(""));
    }

    private JsonNode ask(String document, String value) throws IOException {
        return admin.graphql(
                document,
                JsonMapper.shared().createObjectNode().put("p", project).put("x", value));
    }

    public String streamPath(String exportId) {
        return "/a/" + project + "/data/export/stream/" + exportId;
    }

    /** What came of reading a file to its end. */
    public record Read(long firstNanos, long totalNanos, long bytes) {}

    public Read read(String path, HttpConnection.Sink sink) throws IOException {
        try (var connection = HttpConnection.to(command.port())) {
            long[] first = {0};
            long[] bytes = {0};
            long asked = System.nanoTime();
            HttpAnswer answer = connection.send(
                    Requests.get(path, Requests.basic(ServerCommand.ADMIN, command.adminPassword())),
                    (piece, length) -> {
                        first[0] = first[0] == 0 ? System.nanoTime() - asked : first[0];
                        bytes[0] += length;
                        sink.accept(piece, length);
                    });
            if (answer.status() != OK) {
                throw new IOException(path + " was answered with " + answer.status());
            }
            return new Read(first[0], System.nanoTime() - asked, bytes[0]);
        }
    }
}
