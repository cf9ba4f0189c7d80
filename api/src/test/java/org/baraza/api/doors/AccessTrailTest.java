// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs and people ask of a project is taken down for its administrators, without what is about people. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessTrailTest {
    private static final String FILE = "/a/watched/data/export/access-log";
    private static final String AUDIT = "/a/watched/data/export/audit-log";

    private Client client;
    private Place place;
    private String worker;

    @BeforeAll
    void aProject(Server server) {
        client = server.client();
        place = Place.of(server, "watched");
        place.worker("amina");
        worker = basic("amina@watched.commcarehq.org", Server.PASSWORD);
    }

    /** Once what was asked a moment ago is in it. */
    private String file(String waitingFor) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        String text = "";
        while (!text.contains(waitingFor) && Instant.now().isBefore(patience)) {
            HttpResponse<String> answer = client.get(FILE, "Authorization", place.authorization());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            text = answer.body();
            Thread.sleep(100);
        }
        assertThat(text).contains(waitingFor);
        return text;
    }

    @Test
    void theRouteIsKeptAndNothingThatWasAskedForInIt() throws InterruptedException {
        client.get("/a/watched/api/case/v2/?owner_id=canary-query", "Authorization", place.authorization());
        client.get("/a/watched/api/case/v2/ext/canary-external", "Authorization", place.authorization());
        client.get("/a/watched/api/case/v2/some-case", "Authorization", place.authorization());
        String text = file("some-case");
        assertThat(text)
                .startsWith("at,username,means,method,path,operation,subject,status,address,agent\r\n")
                .contains(",/a/{domain}/api/case/v2/ext/{*externalId},")
                .contains(",some-case,404,")
                .contains(",password,")
                .doesNotContain("canary");
    }

    @Test
    void whatOurOwnApiIsAskedForIsKeptAndWhatAnIdWasFoundFor() throws InterruptedException {
        String role = java.util.UUID.randomUUID().toString();
        client.get("/api/v1/projects/watched/roles/" + role, "Authorization", place.authorization());
        assertThat(file(role)).contains("/api/v1/projects/{project}/roles/{role_id},," + role + ",404,");
        HttpResponse<String> made = client.post(
                "/a/watched/api/case/v2/",
                "{\"case_type\": \"t\", \"case_name\": \"canary\", \"owner_id\": \"o\"}",
                "Authorization",
                place.authorization());
        String id = Client.json(made).at("/case/case_id").asString();
        assertThat(client.get("/search?redirect=false&q=" + id, "Authorization", place.authorization())
                        .statusCode())
                .isEqualTo(200);
        assertThat(file("/search,," + id)).contains(",GET,/search,," + id + ",200,");
    }

    @Test
    void whoIsTurnedAwayBehindTheDoorIsTakenDownToo() throws InterruptedException {
        assertThat(client.get("/a/watched/api/form/v1/", "Authorization", worker)
                        .statusCode())
                .isEqualTo(403);
        assertThat(file(",GET,,,,403,")).contains(",amina,password,GET,,,,403,");
    }

    @Test
    void documentsAreKeptByTheirNames() throws InterruptedException {
        HttpResponse<String> answer = client.post(
                "/graphql",
                "{\"query\": \"query Watching { project(name: \\\"watched\\\") { name } }\","
                        + " \"operationName\": \"Watching\"}",
                "Authorization",
                place.authorization());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(file("Watching")).contains(",POST,/graphql,Watching,");
    }

    @Test
    void itIsAWorkbookTooAndSoIsTheBookOfWhatWasDone() throws IOException {
        assertThat(rows("access-log?format=xlsx").getFirst()).startsWith("at", "username", "means");
        place.graphQl()
                .ask(
                        "mutation { createRole(input: {project: \"watched\", name: \"=Nurse\", permissions: []})"
                                + " { userErrors { code } } }",
                        Map.of());
        List<List<String>> all = rows("audit-log?format=xlsx");
        assertThat(all.getFirst()).startsWith("at", "actor", "actor_id", "action");
        assertThat(all.get(1).get(3)).isEqualTo("role.created");
        assertThat(all.get(1).get(6)).contains("name: =Nurse");
        String text = audit("?action=role.created&actor=" + all.get(1).get(1)).body();
        assertThat(text.lines()).hasSize(2);
        assertThat(audit("?action=role.created&until=2020-01-01T00:00:00Z")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(audit("?address=203.0.113.9").body().lines()).hasSize(1);
        assertThat(audit("?format=pdf").statusCode()).isEqualTo(400);
        assertThat(audit("?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(client.get(AUDIT, "Authorization", worker).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> audit(String query) {
        return client.get(AUDIT + query, "Authorization", place.authorization());
    }

    private List<List<String>> rows(String path) throws IOException {
        byte[] book = client.download("/a/watched/data/export/" + path, "Authorization", place.authorization())
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    @Test
    void administratorsAloneReadIt() {
        assertThat(client.get(FILE, "Authorization", worker).statusCode()).isEqualTo(403);
        assertThat(client.get(FILE).statusCode()).isEqualTo(401);
        assertThat(client.get(FILE + "?from=yesterday", "Authorization", place.authorization())
                        .statusCode())
                .isEqualTo(400);
        assertThat(place.read("accessLog(first: 1, filter: {username: \"ruth\"}) { totalCount }")
                        .at("/accessLog/totalCount")
                        .asInt())
                .isZero();
        assertThat(place.graphQl()
                        .ask("{ me { events(first: 1) { nodes { action } totalCount } } }", Map.of())
                        .at("/me/events/totalCount")
                        .asInt())
                .isPositive();
    }
}
