// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody who forwards asks of the server. */
final class ForwardingClient {
    private final Admin admin;
    private final String project;

    ForwardingClient(ServerCommand command, String project) {
        this.admin = new Admin(command);
        this.project = project;
    }

    /** Makes a forwarder to a place, which tries again whatever fails; gives its id. */
    String forwarder(String url, String type, String format, int concurrency) throws IOException {
        String connection = made(
                ask(
                        "mutation($p: String!, $x: String!) { createConnection(input: {project: $p, name: \"Bench\", url: $x,"
                                + " notifyAddresses: [\"a@example.org\"]}) { connection { id } userErrors { message } } }",
                        url),
                "createConnection",
                "connection");
        return made(
                ask(
                        "mutation($p: String!, $x: String!) { createForwarder(input: {project: $p, connectionId: $x, type: \""
                                + type + "\", format: \"" + format + "\", retryAllErrors: true, concurrency: " + concurrency
                                + "}) { forwarder { id } userErrors { message } } }",
                        connection),
                "createForwarder",
                "forwarder");
    }

    private static String made(JsonNode data, String mutation, String what) throws IOException {
        String id = data.at("/" + mutation + "/" + what + "/id").asString("");
        if (id.isEmpty()) {
            throw new IOException("not made: " + data);
        }
        return id;
    }

    /** Lets a forwarder go on, or stops it for a while. */
    void pause(String forwarder, boolean paused) throws IOException {
        ask(
                "mutation($p: String!, $x: String!) { setForwarderPaused(input: {project: $p, forwarderId: $x, paused: "
                        + paused + "}) { userErrors { message } } }",
                forwarder);
    }

    /** How many records of all forwarders are in which state. */
    record Counts(int pending, int failed, int succeeded, int cancelled) {
        int open() {
            return pending + failed;
        }

        int all() {
            return pending + failed + succeeded + cancelled;
        }
    }

    Counts counts() throws IOException {
        int[] sums = new int[4];
        JsonNode forwarders = ask(
                        "query($p: String!) { project(name: $p) { forwarders { counts { pending failed succeeded cancelled } } } }",
                        "")
                .at("/project/forwarders");
        for (JsonNode one : forwarders) {
            sums[0] += one.at("/counts/pending").asInt();
            sums[1] += one.at("/counts/failed").asInt();
            sums[2] += one.at("/counts/succeeded").asInt();
            sums[3] += one.at("/counts/cancelled").asInt();
        }
        return new Counts(sums[0], sums[1], sums[2], sums[3]);
    }

    /** Lets records in a state be sent without more waiting. */
    void sendNow(String state, String mutation) throws IOException {
        JsonNode nodes = ask(
                        "query($p: String!) { project(name: $p) { forwardingRecords(state: " + state
                                + ", first: 100) { nodes { id } } } }",
                        "")
                .at("/project/forwardingRecords/nodes");
        for (JsonNode one : nodes) {
            ask(
                    "mutation($p: String!, $x: String!) { " + mutation + "(input: {project: $p, recordId: $x}) {"
                            + " userErrors { message } } }",
                    one.path("id").asString());
        }
    }

    private JsonNode ask(String document, String value) throws IOException {
        ObjectNode variables = JsonMapper.shared().createObjectNode().put("p", project);
        return admin.graphql(document, document.contains("$x") ? variables.put("x", value) : variables);
    }
}
