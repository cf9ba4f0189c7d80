// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import tools.jackson.databind.JsonNode;

/** A project that forwards, with a worker who sends forms. */
final class Forwarding {
    final Place place;
    final String amina;
    private final Phone phone;

    Forwarding(Server server, String name) {
        place = Place.of(server, name);
        amina = place.worker("amina");
        phone = place.phone("amina@" + name + ".commcarehq.org");
    }

    JsonNode create(String url, String type, String format, String script) {
        JsonNode connection = ask(
                "createConnection",
                "CreateConnectionInput!",
                Map.of("name", "Clinic", "url", url, "notifyAddresses", List.of("a@example.org")),
                "connection { id }");
        return ask(
                "createForwarder",
                "CreateForwarderInput!",
                Map.of(
                        "connectionId",
                        connection.at("/connection/id").asString(),
                        "type",
                        type,
                        "format",
                        format,
                        "script",
                        script),
                "forwarder { id script format }");
    }

    /** The id of a forwarder that was made as it should. */
    String forwarder(String url, String type, String format, String script) {
        JsonNode made = create(url, type, format, script);
        assertThat(made.path("userErrors")).as(made.toString()).isEmpty();
        return made.at("/forwarder/id").asString();
    }

    JsonNode ask(String mutation, String inputType, Map<String, ?> input, String result) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("project", place.name());
        return place.graphQl()
                .ask(
                        "mutation($input: " + inputType + ") { " + mutation + "(input: $input) { " + result
                                + " userErrors { code message field } } }",
                        Map.of("input", whole))
                .path(mutation);
    }

    JsonNode preview(Map<String, ?> input) {
        return place.graphQl()
                .ask("""
                        query($p: String!, $input: ForwardingPreviewInput!) { project(name: $p) {
                          forwardingPreview(input: $input) { flaws { message line column }
                            documents { id nothing payload { contentType text problem } } } } }""", Map.of("p", place.name(), "input", input))
                .at("/project/forwardingPreview");
    }

    void submit(FormXml form) {
        phone.submit(form.text());
    }

    /** Waits until the record of a document stands so; tells of its last attempt. */
    JsonNode await(String payloadId, String state) {
        try {
            Sink.eventually(
                    () -> record(payloadId).path("state").asString("").equals(state), payloadId + " is " + state);
        } catch (AssertionError e) {
            throw new AssertionError(payloadId + " is not " + state + ": " + record(payloadId), e);
        }
        return record(payloadId).at("/attempts/0");
    }

    /** What a case has now. */
    String property(String caseId, String name) {
        return place.read("case(caseId: \"" + caseId + "\") { properties }")
                .path("case")
                .path("properties")
                .path(name)
                .asString("");
    }

    private JsonNode record(String payloadId) {
        return place.read("forwardingRecords(payloadId: \"" + payloadId
                        + "\") { nodes { state attempts { status error url method body responseBody } } }")
                .at("/forwardingRecords/nodes/0");
    }
}
