// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;
import org.baraza.testing.Sink;
import tools.jackson.databind.JsonNode;

/** What a project forwards: to nowhere, and only when somebody lets it go on. */
final class TenantForwarding {
    private final Server server;
    private final Place place;
    private final String connection;
    private final String forwarder;
    private final String recordId;

    TenantForwarding(Server server, Place place) {
        this.server = server;
        this.place = place;
        connection = newConnection();
        forwarder = newForwarder();
        place.graphQl()
                .ask(
                        "mutation($p: String!, $f: String!) { setForwarderPaused(input: {project: $p, forwarderId: $f,"
                                + " paused: true}) { userErrors { code } }"
                                + " createApp(input: {project: $p, name: \"Forwarded\"}) { userErrors { code } } }",
                        Map.of("p", place.name(), "f", forwarder));
        Sink.eventually(() -> !records().isEmpty(), "noticed an app");
        recordId = records().path(0).path("id").asString();
    }

    private JsonNode records() {
        return place.read("forwardingRecords { nodes { id } }").at("/forwardingRecords/nodes");
    }

    String newConnection() {
        return made(
                "createConnection",
                "name: \"Clinic\", url: \"http://clinic.invalid/in\", notifyAddresses: [\"a@example.org\"]",
                "connection");
    }

    String newForwarder() {
        return made(
                "createForwarder", "connectionId: \"" + connection + "\", type: \"AppStructureRepeater\"", "forwarder");
    }

    private String made(String mutation, String input, String what) {
        JsonNode made = place.graphQl()
                .ask(
                        "mutation($p: String!) { " + mutation + "(input: {project: $p, " + input + "}) { " + what
                                + " { id } userErrors { code message } } }",
                        Map.of("p", place.name()));
        String id = made.at("/" + mutation + "/" + what + "/id").asString("");
        assertThat(id).as(made.toString()).isNotEmpty();
        return id;
    }

    String connection() {
        return connection;
    }

    String forwarder() {
        return forwarder;
    }

    String recordId() {
        return recordId;
    }

    String requestId() {
        place.graphQl()
                .ask(
                        "mutation($p: String!, $c: String!) { testConnection(input: {project: $p, connectionId: $c})"
                                + " { error } }",
                        Map.of("p", place.name(), "c", connection));
        return place.read("forwardingRequests { nodes { id } }")
                .at("/forwardingRequests/nodes/0/id")
                .asString();
    }

    /** One that forwarding digests by now. */
    String newSetAside() {
        var project = server.bean(Projects.class).byName(place.name()).orElseThrow();
        return ProjectScope.in(
                project.id(),
                () -> server.bean(Transactions.class)
                        .write(tx -> tx.sql().fetchSingle("""
                                        insert into feed.set_aside (project_id, consumer, feed_position, reason,
                                          set_aside_at)
                                        select c.project_id, 'forwarding', c.feed_position, 'a test', now()
                                        from feed.change c
                                        where c.feed_position is not null and not exists (
                                          select from feed.set_aside s where s.project_id = c.project_id
                                            and s.consumer = 'forwarding' and s.feed_position = c.feed_position)
                                        limit 1
                                        returning 'change-' || feed_position""").get(0, String.class)));
    }
}
