// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.testing.Sink;
import tools.jackson.databind.JsonNode;

/** What a project forwards: to nowhere, and only when somebody lets it go on. */
final class TenantForwarding {
    private final Place place;
    private final String connection;
    private final String forwarder;
    private final String recordId;

    TenantForwarding(Place place) {
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
}
