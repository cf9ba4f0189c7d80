// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs and people ask of a project is taken down for its administrators, without what is about people. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessTrailTest {
    private static final String FILE = "/a/watched/data/export/access-log";

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
                .contains("\"/a/{domain}/api/case/v2/ext/{*externalId}\"")
                .contains("\"some-case\",\"404\"")
                .contains("\"password\"")
                .doesNotContain("canary");
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
        assertThat(file("Watching")).contains("\"POST\",\"/graphql\",\"Watching\"");
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
