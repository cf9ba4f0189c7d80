// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountResourceTest {
    private static final String IDENTITY = "/api/identity/v1";
    private static final String DOMAINS = "/api/user_domains/v1";
    private static final String ALI = basic("ali@account.example", PASSWORD);

    private final Contract contract = new Contract();
    private Server server;
    private Client client;
    private WebUser ali;

    @BeforeAll
    void aMemberOfTwoProjects(Server whole) {
        server = whole;
        client = whole.client();
        ali = server.webUser("ali@account.example");
        server.worker(server.project("account-one", ali), "amina");
        WebUser host = server.webUser("host@account.example");
        ProjectAccess two = server.project("account-two", host);
        server.project("account-three", host);
        ProjectScope.run(two.project(), () -> server.bean(Members.class).put(two, ali.username(), "Billing Admin"));
    }

    @Test
    void anAccountIsToldWhoItIsOnEverySpellingOfThePath() {
        for (String path : new String[] {IDENTITY, IDENTITY + "/", "/api/v0.5/identity", "/api/v0.5/identity/"}) {
            var answer = client.get(path, "Authorization", ALI);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            contract.holds("get", IDENTITY, answer);
            assertThat(json(answer).path("id").stringValue()).isEqualTo(ali.userId());
            assertThat(json(answer).path("email").stringValue()).isEqualTo("ali@account.example");
        }
    }

    @Test
    void itsProjectsAreListedByNameAndWithAKeyOfOneThatOneOnly() {
        assertThat(domains("", ALI)).isEqualTo("account-one account-two");
        assertThat(domains("?can_view_reports=true", ALI)).isEqualTo("account-one");
        assertThat(domains("?can_view_reports=false", ALI)).isEqualTo("account-one account-two");
        String key = "ApiKey ali@account.example:" + server.apiKey(ali, Optional.of("account-two"));
        assertThat(domains("", key)).isEqualTo("account-two");
        var flagged = client.get(DOMAINS + "?feature_flag=new", "Authorization", ALI);
        assertThat(flagged.statusCode()).isEqualTo(400);
        contract.holds("get", DOMAINS, flagged);
        assertThat(json(flagged).path("error").stringValue()).isEqualTo("'new' is not a valid feature flag");
    }

    private String domains(String query, String authorization) {
        var answer = client.get("/api/v0.5/user_domains/" + query, "Authorization", authorization);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", DOMAINS, answer);
        assertThat(json(answer).at("/meta/total_count").intValue())
                .isEqualTo(json(answer).path("objects").size());
        return String.join(" ", json(answer).path("objects").findValuesAsString("domain_name"));
    }

    @Test
    void aKeyMayStandInTheQueryAndASessionCountsForNothing() {
        String key = server.apiKey(ali, Optional.empty());
        assertThat(client.get(IDENTITY + "?username=ali@account.example&api_key=" + key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(IDENTITY + "?username=ali@account.example&api_key=0000")
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.get(IDENTITY + "?api_key=" + key).statusCode()).isEqualTo(401);
        HttpResponse<String> session =
                client.post("/session", "{\"username\": \"ali@account.example\", \"password\": \"" + PASSWORD + "\"}");
        String cookie = "BARAZA_SESSION=" + Client.cookie(session, "BARAZA_SESSION");
        assertThat(client.get(IDENTITY, "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotLetInHearsWhyInTheShapeOfTheResource() {
        var stranger = client.get(IDENTITY);
        assertThat(stranger.statusCode()).isEqualTo(401);
        contract.holds("get", IDENTITY, stranger);
        assertThat(header(stranger, "WWW-Authenticate")).startsWith("Basic");
        var words = client.get(DOMAINS, "Authorization", "ApiKey ali@account.example:x");
        assertThat(words.statusCode()).isEqualTo(401);
        assertThat(words.body()).isEqualTo("Username or API Key is incorrect, expired or deactivated");
        assertThat(header(words, "Content-Type")).startsWith("text/plain");
        for (String path : new String[] {IDENTITY, DOMAINS}) {
            var worker = client.get(path, "Authorization", basic("amina@account-one.commcarehq.org", PASSWORD));
            assertThat(worker.statusCode()).isEqualTo(403);
            contract.holds("get", path, worker);
            assertThat(client.get(path, "Authorization", "Basic ?").statusCode())
                    .isEqualTo(400);
            assertThat(client.post(path, "{}", "Authorization", ALI).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void wrongPasswordsLockTheAccountHereToo() {
        server.webUser("locked@account.example");
        for (int guess = 0; guess < 5; guess++) {
            client.get(IDENTITY, "Authorization", basic("locked@account.example", "wrong"));
        }
        var locked = client.get(IDENTITY, "Authorization", basic("locked@account.example", PASSWORD));
        assertThat(locked.statusCode()).isEqualTo(401);
        contract.holds("get", IDENTITY, locked);
        assertThat(json(locked).path("error").stringValue()).isEqualTo("maximum password attempts exceeded");
    }

    @Test
    void scriptsOfOtherSitesMayAsk() {
        var preflight = client.send("OPTIONS", IDENTITY, "");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Allow")).contains("GET");
        assertThat(header(client.get(DOMAINS, "Authorization", ALI), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }
}
