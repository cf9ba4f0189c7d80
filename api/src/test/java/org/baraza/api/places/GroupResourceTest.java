// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupResourceTest {
    private static final String LIST = "/a/{domain}/api/group/v1";
    private static final String ONE = "/a/{domain}/api/group/v1/{groupId}";
    private static final String OWNER = basic("owner@example.org", PASSWORD);

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private ProjectAccess demo;
    private String nia;
    private String amina;

    @BeforeAll
    void aProject() {
        demo = server.project("demo", server.webUser("owner@example.org"));
        nia = server.worker(demo, "nia").userId();
        amina = server.worker(demo, "amina").userId();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aGroupIsMadeReadChangedAndDeletedOnEverySpellingOfThePath() {
        int number = 0;
        for (String path : new String[] {"v0.5/group", "v0.5/group/", "group/v1", "group/v1/"}) {
            String slash = path.endsWith("/") ? "/" : "";
            String name = "Spelling " + number++;
            HttpResponse<String> made = send(
                    "POST",
                    path,
                    "{\"name\": \"" + name + "\", \"case_sharing\": true, \"metadata\": {\"lead\": \"Juma\", \"n\": 7},"
                            + " \"users\": [\"" + nia + "\", \"" + amina + "\"]}");
            assertThat(made.statusCode()).isEqualTo(201);
            contract.holds("post", LIST, made);
            String id = json(made).path("id").stringValue();
            String one = path.replaceAll("/$", "") + "/" + id + slash;

            HttpResponse<String> read = send("GET", one, "");
            contract.holds("get", ONE, read);
            assertThat(json(read).path("name").stringValue()).isEqualTo(name);
            assertThat(json(read).path("domain").stringValue()).isEqualTo("demo");
            assertThat(json(read).path("case_sharing").booleanValue()).isTrue();
            assertThat(json(read).path("reporting").booleanValue()).isTrue();
            assertThat(json(read).path("metadata").path("n").stringValue()).isEqualTo("7");
            assertThat(texts(json(read).path("users"))).containsExactly(nia, amina);
            assertThat(json(read).path("resource_uri").stringValue())
                    .isEqualTo("/a/demo/api/" + path.replaceAll("/$", "") + "/" + id + "/");

            HttpResponse<String> changed = send("PUT", one, "{\"users\": [\"" + amina + "\"], \"reporting\": false}");
            assertThat(changed.statusCode()).isEqualTo(200);
            contract.holds("put", ONE, changed);
            assertThat(texts(json(changed).path("users"))).containsExactly(amina);
            assertThat(json(changed).path("name").stringValue()).isEqualTo(name);
            assertThat(json(changed).path("case_sharing").booleanValue()).isTrue();

            HttpResponse<String> gone = send("DELETE", one, "");
            assertThat(gone.statusCode()).isEqualTo(204);
            assertThat(gone.body()).isEmpty();
            HttpResponse<String> again = send("DELETE", one, "");
            assertThat(again.statusCode()).isEqualTo(404);
            assertThat(again.body()).contains("\"error_message\":\"Sorry, this request could not be processed.");
            contract.holds("delete", ONE, again);
            HttpResponse<String> missing = send("GET", one, "");
            assertThat(missing.statusCode()).isEqualTo(404);
            contract.holds("get", ONE, missing);
        }
    }

    @Test
    void aSecondGroupOfANameIsRefusedInHqsWords() {
        String body = "{\"name\": \"Twins\"}";
        assertThat(send("POST", "group/v1/", body).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = send("POST", "group/v1/", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error_message").stringValue())
                .isEqualTo("A group with name Twins already exists");
        assertThat(json(refused).path("error")).isEqualTo(json(refused).path("error_message"));
        contract.holds("post", LIST, refused);
        for (String wrong : new String[] {
            "{}",
            "[]",
            "{",
            "{\"name\": 7}",
            "{\"name\": \"U\", \"users\": [\"nobody\"]}",
            "{\"name\": \"M\", \"metadata\": []}"
        }) {
            HttpResponse<String> answer = send("POST", "group/v1/", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            contract.holds("post", LIST, answer);
        }
    }

    @Test
    void severalAreMadeAtOnceAndTheOthersAreKeptWhenOneFails() {
        HttpResponse<String> made =
                send("PATCH", "v0.5/group/", "{\"objects\": [{\"name\": \"P1\"}, {\"name\": \"P2\"}]}");
        assertThat(made.statusCode()).isEqualTo(202);
        contract.holds("patch", LIST, made);
        assertThat(json(made)).hasSize(2);
        HttpResponse<String> half =
                send("PATCH", "v0.5/group/", "{\"objects\": [{\"name\": \"P3\"}, {\"name\": \"P1\"}]}");
        assertThat(half.statusCode()).isEqualTo(400);
        contract.holds("patch", LIST, half);
        assertThat(json(half).get(0).stringValue()).matches("[0-9a-f]{32}");
        assertThat(json(half).get(1).stringValue()).isEqualTo("A group with name P1 already exists");
        HttpResponse<String> empty = send("PATCH", "v0.5/group/", "{}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).isEqualTo("{\"error\":\"Invalid data sent: missing 'objects'\"}");
    }

    @Test
    void theListIsPagedByPositionAsHqPagesIt() {
        ProjectAccess many = server.project("many", server.webUser("many@example.org"));
        String shown = basic("many@example.org", PASSWORD);
        for (int n = 0; n < 25; n++) {
            String body = "{\"name\": \"G" + (100 + n) + "\"}";
            assertThat(client.post("/a/many/api/group/v1/", body, "Authorization", shown)
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(many.projectName()).isEqualTo("many");
        HttpResponse<String> first = client.get("/a/many/api/v0.4/group/?format=json", "Authorization", shown);
        contract.holds("get", LIST, first);
        JsonNode meta = json(first).path("meta");
        assertThat(meta.toString())
                .isEqualTo("{\"limit\":20,\"next\":\"?format=json&limit=20&offset=20\",\"offset\":0,\"previous\":null,"
                        + "\"total_count\":25}");
        HttpResponse<String> second =
                client.get("/a/many/api/group/v1" + meta.path("next").stringValue(), "Authorization", shown);
        assertThat(json(second).path("objects")).hasSize(5);
        assertThat(json(second).at("/meta/next").isNull()).isTrue();
        assertThat(json(second).at("/meta/previous").stringValue()).isEqualTo("?format=json&limit=20&offset=0");
        HttpResponse<String> all = client.get("/a/many/api/group/v1?limit=0", "Authorization", shown);
        assertThat(json(all).at("/meta/limit").intValue()).isEqualTo(1000);
        assertThat(json(all).path("objects")).hasSize(25);
        for (String wrong : new String[] {"limit=x", "limit=-1", "offset=x", "offset=-1"}) {
            HttpResponse<String> answer = client.get("/a/many/api/group/v1?" + wrong, "Authorization", shown);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("error").stringValue())
                    .startsWith("Invalid " + wrong.replace("=", " '") + "' provided.");
        }
    }

    @Test
    void whoMayNotIsToldInTheShapeOfTheApi() {
        server.webUser("reader@example.org");
        ProjectScope.run(demo.project(), () -> server.bean(Members.class).put(demo, "reader@example.org", "Read Only"));
        HttpResponse<String> reader =
                client.get("/a/demo/api/group/v1/", "Authorization", basic("reader@example.org", PASSWORD));
        assertThat(reader.statusCode()).isEqualTo(403);
        contract.holds("get", LIST, reader);
        HttpResponse<String> worker = client.get("/a/demo/api/group/v1/", "Authorization", basic("nia", PASSWORD));
        assertThat(worker.statusCode()).isEqualTo(403);
        HttpResponse<String> nobody = client.get("/a/demo/api/group/v1/");
        assertThat(nobody.statusCode()).isEqualTo(401);
        contract.holds("get", LIST, nobody);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, "/a/demo/api/" + path, body, "Authorization", OWNER);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }
}
