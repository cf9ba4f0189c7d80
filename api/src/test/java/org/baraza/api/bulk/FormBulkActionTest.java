// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Programs that archive many forms, and find exports. */
@ExtendWith(WholeServer.class)
class FormBulkActionTest {
    private static final String PATH = "/a/{domain}/api/form/v1/bulk-action";

    private final Server server;
    private final Contract contract = new Contract();

    FormBulkActionTest(Server server) {
        this.server = server;
    }

    private String key(ExportDesk desk) {
        WebUser admin = (WebUser) desk.office.access.actor();
        return "ApiKey " + admin.username() + ":" + server.apiKey(admin, Optional.empty());
    }

    private HttpResponse<String> post(ExportDesk desk, String authorization, String body) {
        return server.client()
                .post(
                        "/a/" + desk.office.project() + "/api/form/v1/bulk-action/",
                        body,
                        "Authorization",
                        authorization);
    }

    private JsonNode ended(ExportDesk desk, String authorization, String id) {
        while (true) {
            HttpResponse<String> asked = server.client()
                    .get(
                            "/a/" + desk.office.project() + "/api/form/v1/bulk-action/" + id + "/",
                            "Authorization",
                            authorization);
            contract.holds("get", PATH + "/{job_id}", asked);
            JsonNode json = Client.json(asked);
            if (!List.of("pending", "running").contains(json.path("status").asString())) {
                return json;
            }
            Office.pause();
        }
    }

    @Test
    void archivingTakesBackWhatFormsDidAndPuttingThemBackDoesItAgain() {
        ExportDesk desk = new ExportDesk(server, "bulk-forms");
        desk.submit(desk.visit("f0").creates("c0", "mother", "Ruth", desk.worker.userId()));
        desk.submit(desk.visit("f1").updates("c0", "village", "Kibera"));
        String key = key(desk);
        HttpResponse<String> started =
                post(desk, key, "{\"action\": \"archive\", \"form_ids\": [\"f1\", \"unknown\"]}");
        contract.holds("post", PATH, started);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        JsonNode begun = Client.json(started);
        assertThat(begun.path("requested").asInt()).isEqualTo(2);
        assertThat(begun.path("status_url").asString())
                .endsWith("/a/bulk-forms/api/form/v1/bulk-action/"
                        + begun.path("id").asString() + "/");
        JsonNode done = ended(desk, key, begun.path("id").asString());
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("complete");
        assertThat(done.path("succeeded").asInt()).isEqualTo(1);
        assertThat(done.path("skipped").toString()).isEqualTo("{\"not_found\":[\"unknown\"]}");
        assertThat(properties(desk)).isEqualTo("{}");

        String again = Client.json(post(desk, key, "{\"action\": \"unarchive\", \"form_ids\": [\"f1\"]}"))
                .path("id")
                .asString();
        assertThat(ended(desk, key, again).path("succeeded").asInt()).isEqualTo(1);
        assertThat(properties(desk)).isEqualTo("{\"village\":\"Kibera\"}");
    }

    private static String properties(ExportDesk desk) {
        return desk.ask("query($p: String!) { project(name: $p) { case(caseId: \"c0\") { properties } } }", Map.of())
                .at("/project/case/properties")
                .toString();
    }

    @Test
    void onlyAnApiKeyOpensIt() {
        ExportDesk desk = new ExportDesk(server, "bulk-key");
        String basic = Client.basic(desk.office.access.actor().username(), Server.PASSWORD);
        assertThat(post(desk, basic, "{}").statusCode()).isEqualTo(401);
        assertThat(post(desk, key(desk), "{}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|Payload must be a single JSON object",
                "{\"action\": \"delete\", \"form_ids\": [\"f\"]}|'action' must be one of: archive, unarchive",
                "{\"action\": \"archive\"}|'form_ids' must be a non-empty list of form ids",
                "{\"action\": \"archive\", \"form_ids\": []}|'form_ids' must be a non-empty list of form ids",
                "{\"action\": \"archive\", \"form_ids\": [\"\"]}|'form_ids' must contain only non-empty strings"
            },
            quoteCharacter = '`')
    void whatIsWrongIsSaidInCommCareHqsWords(String body, String error) {
        ExportDesk desk = new ExportDesk(server, "bulk-words-" + Math.abs(body.hashCode()));
        HttpResponse<String> refused = post(desk, key(desk), body);
        contract.holds("post", PATH, refused);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).path("error").asString()).isEqualTo(error);
    }

    @Test
    void moreThanFiveThousandAreTooMany() {
        ExportDesk desk = new ExportDesk(server, "bulk-many");
        String ids = IntStream.range(0, 5_001).mapToObj(n -> "\"f" + n + "\"").collect(Collectors.joining(","));
        HttpResponse<String> refused = post(desk, key(desk), "{\"action\": \"archive\", \"form_ids\": [" + ids + "]}");
        assertThat(Client.json(refused).path("error").asString())
                .isEqualTo("You cannot submit more than 5000 form ids in a single request");
    }

    @Test
    void programsFindExportsWithTheirConfiguration() {
        ExportDesk desk = new ExportDesk(server, "det");
        desk.submit(desk.visit("f0").says("<weight>54</weight>"));
        String export = desk.create("FORM", ExportDesk.VISIT, "");
        HttpResponse<String> list = desk.office.get("api/det_export_instance/v1/");
        contract.holds("get", "/a/{domain}/api/det_export_instance/v1", list);
        JsonNode found = Client.json(list).at("/objects/0");
        assertThat(found.path("id").asString()).isEqualTo(export);
        assertThat(found.path("xmlns").asString()).isEqualTo(ExportDesk.VISIT);
        assertThat(found.path("case_type").isNull()).isTrue();
        String url = found.path("det_config_url").asString();
        byte[] config = server.client()
                .download(
                        url.substring(url.indexOf("/a/")),
                        "Authorization",
                        Client.basic(desk.office.access.actor().username(), Server.PASSWORD))
                .body();
        desk.office.sql("update identity.role set permissions = permissions || '{view_reports}'"
                + " where name = 'Mobile Worker Default'");
        assertThat(server.client()
                        .get(
                                url.substring(url.indexOf("/a/")),
                                "Authorization",
                                Client.basic(desk.worker.username(), Server.PASSWORD))
                        .statusCode())
                .as("a mobile worker who sees reports")
                .isEqualTo(403);
        assertThat(Office.read(config).getOrDefault("Forms", List.of()).getFirst())
                .contains("Source Field", "Data Source", "Filter Value");
        assertThat(Office.read(config).getOrDefault("Forms", List.of()).get(1))
                .contains("id", "form", ExportDesk.VISIT);
    }
}
