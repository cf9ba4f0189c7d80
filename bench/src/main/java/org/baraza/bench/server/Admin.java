// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.server;

import java.io.IOException;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.HttpConnection;
import org.baraza.bench.wire.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the first administrator asks of the server, over its public doors. */
public final class Admin {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String authorization;

    public Admin(ServerCommand command) {
        this.port = command.port();
        this.authorization = Requests.basic(ServerCommand.ADMIN, command.adminPassword());
    }

    /** Makes a project space; one that is there already is fine. */
    public void createProject(String name) throws IOException {
        JsonNode payload = graphql(
                        "mutation($name: String!) { createProject(input: {name: $name, displayName: $name}) {"
                                + " project { name } userErrors { code message } } }",
                        JSON.createObjectNode().put("name", name))
                .path("createProject");
        JsonNode errors = payload.path("userErrors");
        if (!errors.isEmpty() && payload(name).isNull()) {
            throw new IOException("no project " + name + ": " + errors);
        }
    }

    private JsonNode payload(String name) throws IOException {
        return graphql(
                        "query($name: String!) { project(name: $name) { name } }",
                        JSON.createObjectNode().put("name", name))
                .path("project");
    }

    /** Makes a mobile worker who can sign in. */
    public Worker createWorker(String project, String username, String password) throws IOException {
        String body = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        try (var connection = HttpConnection.to(port)) {
            HttpAnswer answer =
                    connection.send(Requests.json("/a/" + project + "/api/v0.5/user/", authorization, body));
            if (answer.status() != 201) {
                throw new IOException("no worker " + username + ": " + answer.status() + " " + answer.text());
            }
            return new Worker(
                    JSON.readTree(answer.body()).path("id").asString(),
                    username,
                    Requests.basic(username + "@" + project + ".commcarehq.org", password));
        }
    }

    /** @return what is under {@code data} */
    public JsonNode graphql(String document, ObjectNode variables) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("query", document);
        body.set("variables", variables);
        try (var connection = HttpConnection.to(port)) {
            HttpAnswer answer = connection.send(Requests.json("/graphql", authorization, body.toString()));
            JsonNode json = answer.status() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            if (answer.status() != 200 || !json.path("errors").isEmpty()) {
                throw new IOException("GraphQL: " + answer.status() + " " + answer.text());
            }
            return json.path("data");
        }
    }
}
