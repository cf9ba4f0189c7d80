// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectSecurity;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.SecurityWishes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SingleSignOnTest {
    private static final String PATH = "/a/{domain}/api/sso/v1";

    private final Contract contract = new Contract();
    private Server server;
    private Client client;
    private ProjectAccess here;

    @BeforeAll
    void aProjectWithAWorker(Server whole) {
        server = whole;
        client = whole.client();
        here = server.project("sso", server.webUser("owner@sso.example"));
        server.worker(here, "amina");
        server.project("sso-other", server.webUser("stranger@sso.example"));
    }

    @Test
    void aWorkerIsKnownByBothOfHerNamesOnEverySpellingOfThePath() {
        for (String path : new String[] {"v0.4/sso", "v0.4/sso/", "v0.5/sso", "v0.5/sso/", "sso/v1", "sso/v1/"}) {
            for (String name : new String[] {"amina", "Amina@sso.commcarehq.org"}) {
                var answer = ask(path, name, PASSWORD);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                contract.holds("post", PATH, answer);
                assertThat(json(answer).path("username").stringValue()).isEqualTo("amina@sso.commcarehq.org");
                assertThat(json(answer).has("locations")).isFalse();
            }
        }
    }

    @Test
    void aWebUserIsKnownWhereSheIsAMember() {
        var answer = ask("sso/v1/", "owner@sso.example", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        contract.holds("post", PATH, answer);
        assertThat(json(answer).path("role").stringValue()).isEqualTo("Admin");
        assertThat(json(answer).at("/permissions/edit_data").booleanValue()).isTrue();
        assertRefused(ask("sso/v1/", "stranger@sso.example", PASSWORD));
    }

    @Test
    void allWhoAreRefusedHearTheSame() {
        server.deactivate(here, server.worker(here, "onleave"));
        assertRefused(ask("sso/v1/", "amina", "wrong"));
        assertRefused(ask("sso/v1/", "nobody", PASSWORD));
        assertRefused(ask("sso/v1/", "", ""));
        assertRefused(ask("sso/v1/", "onleave", PASSWORD));
        assertRefused(ask("sso/v1/", "amina@sso-other.commcarehq.org", PASSWORD));
    }

    @Test
    void whereTheProjectLetsNobodyInFromNobodyIsToldAnythingAndNothingIsGuessed() {
        ProjectAccess shut = server.project("sso-shut", server.webUser("owner@sso-shut.example"));
        server.worker(shut, "amina");
        ProjectScope.run(
                shut.project(),
                () -> server.bean(ProjectSecurity.class)
                        .update(
                                shut,
                                new Arrival("192.0.2.7", Arrival.Proof.SESSION),
                                SecurityWishes.networks(List.of("192.0.2.0/24"), List.of())));
        for (String password : new String[] {PASSWORD, "wrong", "wrong", "wrong", "wrong", "wrong", "wrong"}) {
            var answer = client.send(
                    "POST",
                    "/a/sso-shut/api/sso/v1/",
                    ("username=amina&password=" + password).getBytes(UTF_8),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":\"This project is not open to the network that you are in.\"}");
            contract.holds("post", PATH, answer);
        }
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"The username or the password is not right.\"}");
    }

    @Test
    void aFieldThatIsMissingIsNamedAndWhatStandsInTheQueryIsNotRead() {
        for (String body : new String[] {"password=x", ""}) {
            var answer = send("v0.5/sso/?username=amina", body, "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("Missing required parameter: username");
        }
        for (String body : new String[] {"username=amina", "username"}) {
            assertThat(send("sso/v1", body, "application/x-www-form-urlencoded").body())
                    .as(body)
                    .isEqualTo("Missing required parameter: password");
        }
        assertThat(send("sso/v1", "{\"username\": \"amina\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        for (String wrong : new String[] {"username=%zz&password=x", "=x", "username=" + "x".repeat(70_000)}) {
            var answer = send("sso/v1", wrong, "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).isEqualTo(400);
            contract.holds("post", PATH, answer);
        }
    }

    @Test
    void aHeaderPlaysNoPart() {
        var answer = client.send(
                "POST",
                "/a/sso/api/sso/v1/",
                ("username=amina&password=" + PASSWORD).getBytes(UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic ?");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void wrongGuessesLockTheAccountAtEveryDoor() {
        server.worker(here, "guessed");
        for (int guess = 0; guess < 5; guess++) {
            assertRefused(ask("sso/v1/", "guessed", "wrong"));
        }
        var locked = ask("sso/v1/", "guessed", PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(403);
        contract.holds("post", PATH, locked);
        assertThat(header(locked, "Retry-After")).isNotEmpty();
        assertThat(client.get("/a/sso/phone/restore/?version=2.0", "Authorization", Client.basic("guessed", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aProjectThatIsNotThereIsTold() {
        var answer = client.send("POST", "/a/no-such/api/sso/v1/", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(404);
        contract.holds("post", PATH, answer);
        assertThat(client.get("/a/sso/api/sso/v1/").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(String path, String username, String password) {
        return send(
                path,
                "username=" + URLEncoder.encode(username, UTF_8) + "&password=" + URLEncoder.encode(password, UTF_8),
                "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(String path, String body, String type) {
        return client.send("POST", "/a/sso/api/" + path, body.getBytes(UTF_8), "Content-Type", type);
    }
}
