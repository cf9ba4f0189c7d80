// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Connections, forwarders and their records over our own REST API; where they lead, nobody answers. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForwardingApiTest {
    private static final String CONNECTIONS = OwnApi.PROJECT + "/connections";
    private static final String CONNECTION = CONNECTIONS + "/{connection_id}";
    private static final String FORWARDERS = OwnApi.PROJECT + "/forwarders";
    private static final String FORWARDER = FORWARDERS + "/{forwarder_id}";
    private static final String RECORDS = OwnApi.PROJECT + "/forwarding-records";
    private static final String CLINIC =
            "\"url\": \"http://clinic.invalid/in\", \"notifyAddresses\": [\"a@example.org\"]";

    private Place place;
    private OwnApi api;

    @BeforeAll
    void anOwnerOfAProject(Server whole) {
        String asOwner = basic(whole.webUser("v1-forwards@example.org").username(), Server.PASSWORD);
        place = Place.of(whole, "v1-forwards", asOwner);
        api = new OwnApi(whole.client(), asOwner);
    }

    @Test
    void aConnectionIsMadeReadChangedTriedAndDeletedAndItsSecretsStayInside() {
        String body = "{\"name\": \"Clinic\", " + CLINIC + ", \"auth\": {\"type\": \"BASIC\", \"username\": \"u\","
                + " \"password\": \"p4ss-w0rd\"}, \"headers\": [{\"name\": \"X-Team\", \"value\": \"s3cret\"}]}";
        var made = api.send("post", CONNECTIONS, "/v1-forwards/connections", body, "Idempotency-Key", "clinic");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).doesNotContain("p4ss-w0rd", "s3cret");
        assertThat(json(made).at("/auth/hasPassword").asBoolean()).isTrue();
        assertThat(json(made).at("/headerNames/0").asString()).isEqualTo("X-Team");
        var again = api.send("post", CONNECTIONS, "/v1-forwards/connections", body, "Idempotency-Key", "clinic");
        assertThat(again.body()).isEqualTo(made.body());

        String path = "/v1-forwards/connections/" + json(made).path("id").asString();
        assertThat(header(made, "Location")).isEqualTo(OwnApi.PROJECTS + path);
        var read = api.send("get", CONNECTION, path, "");
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(api.send("get", CONNECTION, path, "", "If-None-Match", header(read, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        JsonNode changed =
                api.send(200, "patch", CONNECTION, path, "{\"name\": \"Hospital\"}", "If-Match", header(read, "ETag"));
        assertThat(changed.path("name").asString()).isEqualTo("Hospital");
        assertThat(changed.at("/auth/hasPassword").asBoolean()).isTrue();
        assertThat(changed.path("headerNames")).hasSize(1);
        api.send(412, "patch", CONNECTION, path, "{\"name\": \"Late\"}", "If-Match", header(read, "ETag"));
        JsonNode rotated =
                api.send(200, "patch", CONNECTION, path, "{\"auth\": {\"type\": \"BASIC\", \"password\": \"n3w\"}}");
        assertThat(rotated.at("/auth/username").asString()).isEqualTo("u");
        JsonNode moved = api.send(200, "patch", CONNECTION, path, "{\"url\": \"http://elsewhere.invalid/\"}");
        assertThat(moved.at("/auth/hasPassword").asBoolean())
                .as("the password does not go elsewhere")
                .isFalse();

        JsonNode tried = api.send(200, "post", CONNECTION + "/test", path + "/test", "");
        assertThat(tried.has("status")).isFalse();
        assertThat(tried.path("error").asString()).isNotEmpty();
        api.send(204, "delete", CONNECTION, path, "");
        api.send(404, "get", CONNECTION, path, "");
        api.send(404, "delete", CONNECTION, path, "");
    }

    @Test
    void whatIsWrongWithAConnectionIsNamedByField() {
        JsonNode wrong = api.send(
                400,
                "post",
                CONNECTIONS,
                "/v1-forwards/connections",
                "{\"name\": \"\", \"url\": \"ftp://x\", \"notifyAddresses\": [\"nobody\"], \"auth\": {\"type\": \"BASIC\"}}");
        List<String> fields = new ArrayList<>();
        wrong.path("errors").forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).contains("name", "url", "notifyAddresses", "auth.username");
        for (String body : List.of(
                "{\"name\": \"n\", \"url\": \"http://clinic.invalid/\", \"notifyAddresses\": [null]}",
                "{\"name\": \"n\", " + CLINIC + ", \"headers\": [null]}",
                "{\"name\": \"n\", " + CLINIC + ", \"headers\": [{}]}",
                "{\"name\": \"n\", " + CLINIC + ", \"auth\": {}}",
                "{\"name\": \"n\", " + CLINIC + ", \"auth\": {\"type\": \"MAGIC\"}}")) {
            api.send(400, "post", CONNECTIONS, "/v1-forwards/connections", body);
        }
    }

    @Test
    void aForwarderIsMadePausedWatchedAndStopped() {
        String connection = connection("Paged");
        String body = "{\"connectionId\": \"" + connection
                + "\", \"type\": \"CaseRepeater\", \"caseTypes\": [\"mother\"], \"requestsPerSecond\": 5}";
        var made = api.send("post", FORWARDERS, "/v1-forwards/forwarders", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).path("name").asString()).isEqualTo("Paged");
        assertThat(json(made).path("format").asString()).isEqualTo("case_xml");
        assertThat(json(made).path("includeAppId").asBoolean()).isTrue();
        String path = "/v1-forwards/forwarders/" + json(made).path("id").asString();
        assertThat(api.send(200, "get", FORWARDER, path, "")).isEqualTo(json(made));
        JsonNode changed = api.send(
                200,
                "patch",
                FORWARDER,
                path,
                "{\"name\": \"Mothers\", \"requestsPerSecond\": 0}",
                "If-Match",
                header(made, "ETag"));
        assertThat(changed.has("requestsPerSecond")).isFalse();
        assertThat(changed.at("/caseTypes/0").asString()).isEqualTo("mother");
        api.send(412, "patch", FORWARDER, path, "{}", "If-Match", header(made, "ETag"));
        JsonNode paused = api.send(200, "post", FORWARDER + "/pause", path + "/pause", "");
        assertThat(paused.path("paused").asBoolean()).isTrue();
        JsonNode resumed = api.send(200, "post", FORWARDER + "/resume", path + "/resume", "");
        assertThat(resumed.path("paused").asBoolean()).isFalse();
        JsonNode status = api.send(200, "get", FORWARDER + "/status", path + "/status", "");
        assertThat(status.at("/counts/pending").asInt()).isZero();
        assertThat(status.path("hours")).hasSize(24);
        api.send(409, "delete", CONNECTION, "/v1-forwards/connections/" + connection, "");
        JsonNode replay = api.send(
                202,
                "post",
                FORWARDER + "/replays",
                path + "/replays",
                "{\"since\": \"2026-01-01T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"}");
        assertThat(replay.path("kind").asString()).isEqualTo("FORWARDING_REPLAY");
        api.send(400, "post", FORWARDER + "/replays", path + "/replays", "{\"since\": \"2026-01-01T00:00:00Z\"}");
        api.send(204, "delete", FORWARDER, path, "");
        api.send(404, "get", FORWARDER + "/status", path + "/status", "");

        JsonNode types = api.send(200, "get", OwnApi.PROJECT + "/forwarder-types", "/v1-forwards/forwarder-types", "");
        assertThat(types.toString()).contains("FormRepeater", "form_json");
        api.send(
                400,
                "post",
                FORWARDERS,
                "/v1-forwards/forwarders",
                "{\"connectionId\": \"" + connection + "\", \"type\": \"NoRepeater\"}");
    }

    @Test
    void connectionsArePagedByName() {
        List<String> made = List.of(connection("Z last"), connection("A same"), connection("A same"));
        List<String> names = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.send(200, "get", CONNECTIONS, "/v1-forwards/connections?limit=1" + after, "");
            assertThat(page.path("items")).hasSize(1);
            names.add(page.at("/items/0/name").asString());
            ids.add(page.at("/items/0/id").asString());
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(names).isSorted();
        assertThat(ids).containsAll(made).doesNotHaveDuplicates();
        api.send(400, "get", CONNECTIONS, "/v1-forwards/connections?after=abc", "");
    }

    @Test
    void recordsAreFilteredReadAndGivenUpTogether() {
        JsonNode made = api.send(
                201,
                "post",
                FORWARDERS,
                "/v1-forwards/forwarders",
                "{\"connectionId\": \"" + connection("Nobody") + "\", \"type\": \"AppStructureRepeater\"}");
        String forwarder = made.path("id").asString();
        place.graphQl()
                .ask(
                        "mutation($p: String!) { createApp(input: {project: $p, name: \"Told\"}) { userErrors { code } } }",
                        Map.of("p", place.name()));
        String failed = "/v1-forwards/forwarding-records?state=FAILED&forwarderId=" + forwarder;
        Sink.eventually(
                () -> !api.send(200, "get", RECORDS, failed, "").path("items").isEmpty(), "tried to send an app");
        JsonNode record = api.send(200, "get", RECORDS, failed, "").at("/items/0");
        String path = "/v1-forwards/forwarding-records/" + record.path("id").asString();
        assertThat(api.send(200, "get", RECORDS + "/{record_id}", path, "")
                        .path("payloadId")
                        .asString())
                .isEqualTo(record.path("payloadId").asString());
        JsonNode attempt = api.send(200, "get", RECORDS + "/{record_id}/attempts", path + "/attempts", "")
                .at("/items/0");
        assertThat(attempt.path("method").asString()).isEqualTo("POST");
        assertThat(attempt.path("error").asString()).isNotEmpty();

        var accepted = api.send(
                "post",
                RECORDS + "/actions",
                "/v1-forwards/forwarding-records/actions",
                "{\"action\": \"CANCEL\", \"filter\": {\"forwarderId\": \"" + forwarder + "\"}}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String job = header(accepted, "Location").substring(OwnApi.PROJECTS.length());
        Sink.eventually(
                () -> api.send(200, "get", OwnApi.PROJECT + "/jobs/{job_id}", job, "")
                        .has("endedAt"),
                "gave it up");
        assertThat(api.send(200, "get", RECORDS + "/{record_id}", path, "")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
        String until = "&until=" + record.path("registeredAt").asString();
        assertThat(api.send(200, "get", RECORDS, "/v1-forwards/forwarding-records?forwarderId=" + forwarder + until, "")
                        .path("items"))
                .isEmpty();
        for (String wish : List.of(
                "{\"action\": \"RESEND\"}",
                "{\"action\": \"RESEND\", \"ids\": [], \"filter\": {}}",
                "{\"action\": \"RESEND\", \"ids\": [null]}",
                "{\"action\": \"FORGET\", \"ids\": []}",
                "{\"ids\": []}")) {
            api.send(400, "post", RECORDS + "/actions", "/v1-forwards/forwarding-records/actions", wish);
        }
    }

    private String connection(String name) {
        return api.send(
                        201,
                        "post",
                        CONNECTIONS,
                        "/v1-forwards/connections",
                        "{\"name\": \"" + name + "\", " + CLINIC + "}")
                .path("id")
                .asString();
    }
}
