// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.imports;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.HttpConnection;
import org.baraza.bench.wire.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody who imports cases asks of the server, by the importer API of CommCare HQ. */
final class ImportClient {
    static final String CASE_TYPE = "bench-import";
    private static final int OK = 200;

    private final ServerCommand command;
    private final String project;
    private final String authorization;

    ImportClient(ServerCommand command, String project) {
        this.command = command;
        this.project = project;
        this.authorization = Requests.basic(ServerCommand.ADMIN, command.adminPassword());
    }

    /** Sends a workbook; gives the path of its status. */
    String send(byte[] workbook) throws IOException {
        HttpAnswer answer = ask(Requests.upload(
                "/a/" + project + "/importer/excel/bulk_upload_api/",
                authorization,
                Map.of("case_type", CASE_TYPE, "search_field", "external_id", "create_new_cases", "on"),
                "cases.xlsx",
                workbook));
        return URI.create(json(answer).path("status_url").asString()).getPath();
    }

    /** How an import stands. */
    record Standing(int state, int percent, int created, int matched, int failed) {
        private static final int DONE = 2;

        boolean isOver() {
            return state >= DONE;
        }

        boolean isDone() {
            return state == DONE;
        }
    }

    Standing standing(String path) throws IOException {
        JsonNode json = json(ask(Requests.get(path, authorization)));
        JsonNode result = json.path("result");
        return new Standing(
                json.path("state").asInt(),
                json.at("/progress/percent").asInt(),
                result.path("created_count").asInt(0),
                result.path("match_count").asInt(0),
                result.path("failed_count").asInt(0));
    }

    private HttpAnswer ask(byte[] request) throws IOException {
        try (var connection = HttpConnection.to(command.port())) {
            return connection.send(request);
        }
    }

    private static JsonNode json(HttpAnswer answer) throws IOException {
        if (answer.status() != OK) {
            throw new IOException("the importer answered with " + answer.status() + " " + answer.text());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
