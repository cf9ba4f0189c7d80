// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UserResourceTest {
    private static final String PATH = "/a/{domain}/api/user/v1";
    private static final String OWNER = basic("owner@example.org", PASSWORD);

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        demo = server.project("demo", server.webUser("owner@example.org"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aWorkerIsMadeOnEverySpellingOfThePathAndCanComeInAtOnce() {
        int number = 0;
        for (String path : new String[] {"v0.5/user", "v0.5/user/", "user/v1", "user/v1/"}) {
            String name = "worker" + number++;
            HttpResponse<String> answer = post(
                    path,
                    "{\"username\": \"" + name + "\", \"password\": \"" + PASSWORD
                            + "\", \"first_name\": \"Nia\", \"phone_numbers\": [\"50253311399\"], \"groups\": [],"
                            + " \"user_data\": {\"chw_id\": 13, \"ok\": true}}");
            assertThat(answer.statusCode()).isEqualTo(201);
            contract.holds("post", PATH, answer);
            var worker = json(answer);
            assertThat(worker.path("username").stringValue()).isEqualTo(name + "@demo.commcarehq.org");
            assertThat(worker.path("default_phone_number").stringValue()).isEqualTo("50253311399");
            assertThat(worker.path("user_data").path("chw_id").stringValue()).isEqualTo("13");
            assertThat(worker.path("user_data").path("commcare_project").stringValue())
                    .isEqualTo("demo");
            assertThat(worker.path("resource_uri").stringValue())
                    .startsWith("/a/demo/api/" + path.replaceAll("/$", "") + "/");
            assertThat(client.get("/a/demo/device/probe", "Authorization", basic(name, PASSWORD))
                            .body())
                    .isEqualTo(name + " in demo");
        }
    }

    @Test
    void whatCannotBeMadeIsAnErrorInWords() {
        assertError("{\"password\": \"" + PASSWORD + "\"}");
        assertError("{\"username\": \"nopassword\"}");
        assertError("{\"username\": \"short\", \"password\": \"short\"}");
        assertError("{\"username\": 7, \"password\": \"" + PASSWORD + "\"}");
        assertError("{\"username\": \"g\", \"password\": \"" + PASSWORD + "\", \"groups\": [\"x\"]}");
        assertError("{\"username\": \"d\", \"password\": \"" + PASSWORD + "\", \"user_data\": {\"a\": {}}}");
        assertError("{\"username\": \"n\", \"password\": \"" + PASSWORD + "\", \"user_data\": {\"a\": \"\\u0000\"}}");
        assertError("[]");
        assertError("{");
        assertError(" ");
        assertError("{\"username\": \"" + "x".repeat(300_000) + "\"}");
        String twin = "{\"username\": \"twin\", \"password\": \"" + PASSWORD + "\"}";
        assertThat(post("user/v1/", twin).statusCode()).isEqualTo(201);
        assertError(twin);
    }

    @Test
    void whoMayNotIsToldInTheShapeOfTheApi() {
        server.worker(demo, "fieldworker");
        server.webUser("reader@example.org");
        ProjectScope.run(demo.project(), () -> server.bean(Members.class).put(demo, "reader@example.org", "Read Only"));
        String body = "{\"username\": \"never\", \"password\": \"" + PASSWORD + "\"}";
        for (String shown : new String[] {basic("reader@example.org", PASSWORD), basic("fieldworker", PASSWORD)}) {
            HttpResponse<String> answer = client.post("/a/demo/api/user/v1/", body, "Authorization", shown);
            assertThat(answer.statusCode()).isEqualTo(403);
            contract.holds("post", PATH, answer);
        }
        HttpResponse<String> nobody = client.post("/a/demo/api/user/v1/", body);
        assertThat(nobody.statusCode()).isEqualTo(401);
        contract.holds("post", PATH, nobody);
    }

    private void assertError(String body) {
        HttpResponse<String> answer = post("user/v1/", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        contract.holds("post", PATH, answer);
    }

    private HttpResponse<String> post(String path, String body) {
        return client.post("/a/demo/api/" + path, body, "Authorization", OWNER);
    }
}
