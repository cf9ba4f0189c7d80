// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.NewApiKey;
import org.baraza.identity.ProjectAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorsTest {
    private static final String ME = "{\"query\": \"{ me { username } }\"}";
    private static final String DEVICE = "/a/demo/device/probe";
    private static final String FUNCTION = "/a/demo/api/case/v2/door/probe";
    private static final String RESOURCE = "/a/demo/api/form/v1/door/probe";

    private final Server server = new Server();
    private final Client client = server.client();
    private WebUser owner;
    private ProjectAccess demo;

    @BeforeAll
    void aProjectWithAWorker() {
        owner = server.webUser("owner@example.org");
        demo = server.project("demo", owner);
        server.worker(demo, "amina");
        server.project("other", server.webUser("stranger@example.org"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aWorkerComesInByBareAndFullNameIntoHerProject() {
        for (String login : new String[] {"amina", "amina@demo.commcarehq.org"}) {
            assertThat(get(DEVICE, basic(login, PASSWORD)).body()).isEqualTo("amina in demo");
            assertThat(get(FUNCTION, basic(login, PASSWORD)).body()).isEqualTo("amina in demo");
            assertThat(get(RESOURCE, basic(login, PASSWORD)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anApiKeyIsTakenInAnySpellingAndSplitAtTheFirstColon() {
        String key = server.apiKey(owner, Optional.empty());
        for (String scheme : new String[] {"ApiKey", "apikey", "APIKEY"}) {
            assertThat(get(RESOURCE, scheme + " owner@example.org:" + key).body())
                    .isEqualTo("owner@example.org in demo");
        }
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + key + ":x").statusCode())
                .isEqualTo(401);
        assertThat(get(RESOURCE, "ApiKey owner@example.org:").statusCode()).isEqualTo(401);
    }

    @Test
    void anOldProgramMayShowItsKeyInTheDataButNotOnCases() {
        String key = server.apiKey(owner, Optional.empty());
        String shown = "username=owner%40example.org&api_key=" + key;
        assertThat(client.get(RESOURCE + "?" + shown).body()).isEqualTo("owner@example.org in demo");
        assertThat(client.get(RESOURCE + "?api_key=" + key).statusCode()).isEqualTo(401);
        assertThat(client.get(RESOURCE + "?username=owner%40example.org&api_key=0000")
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(RESOURCE + "?" + shown, basic("owner@example.org", "wrong"))
                        .statusCode())
                .as("a header goes before")
                .isEqualTo(401);
        assertChallenged(client.get(FUNCTION + "?" + shown));
        assertChallenged(client.get(DEVICE + "?" + shown));
        byte[] form = shown.getBytes(StandardCharsets.UTF_8);
        String[] type = {"Content-Type", "application/x-www-form-urlencoded"};
        assertChallenged(client.send("POST", FUNCTION, form, type));
        assertThat(client.send("POST", "/a/demo/api/user/v1/", form, type).statusCode())
                .as("let in, and a form is no JSON")
                .isEqualTo(400);
    }

    @Test
    void whereAKeyStoodInTheQueryTheNextPageDoesNotRepeatIt() {
        server.worker(demo, "achieng");
        server.worker(demo, "brenda");
        String key = server.apiKey(owner, Optional.empty());
        var page = client.get("/a/demo/api/user/v1/?limit=1&archived=no&username=owner%40example.org&api_key=" + key);
        assertThat(json(page).at("/meta/next").stringValue()).isEqualTo("?archived=no&limit=1&offset=1");
        assertThat(page.body()).doesNotContain(key);
    }

    @Test
    void aKeyOfAnotherProjectIsKnownButNotLetIn() {
        server.project("second", owner);
        String key = server.apiKey(owner, Optional.of("second"));
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + key).statusCode())
                .isEqualTo(403);
        assertThat(get("/a/second/api/form/v1/door/probe", "ApiKey owner@example.org:" + key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyIsOfNoUseFromAnotherAddressWhileItRestsAndOnceItIsOver() {
        ApiKeys keys = server.bean(ApiKeys.class);
        NewApiKey elsewhere = keys.create(owner, wish(List.of("192.0.2.0/24")));
        NewApiKey here = keys.create(owner, wish(List.of("127.0.0.1", "::1")));
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + elsewhere.secret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + here.secret()).statusCode())
                .isEqualTo(200);
        keys.setActive(owner, here.key().keyId(), false);
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + here.secret()).statusCode())
                .isEqualTo(401);
        keys.setActive(owner, here.key().keyId(), true);
        assertThat(get(RESOURCE, "ApiKey owner@example.org:" + here.secret()).statusCode())
                .isEqualTo(200);
    }

    private static ApiKeyWish wish(List<String> addresses) {
        return new ApiKeyWish("k", Optional.of("demo"), Optional.empty(), Optional.empty(), addresses);
    }

    @Test
    void whoShowsNothingUsefulIsChallengedForBasic() {
        for (String path : new String[] {DEVICE, FUNCTION, RESOURCE}) {
            for (String shown : new String[] {
                "sessionid=abc", "Negotiate abc", "Digest username=x", basic("amina", "wrong-password"), basic("x", "y")
            }) {
                assertChallenged(get(path, shown));
            }
            assertChallenged(client.get(path));
        }
        assertThat(client.get(DEVICE).body()).isEmpty();
        assertThat(json(client.get(RESOURCE)).path("error").stringValue()).isEqualTo("not authorized");
    }

    private static void assertChallenged(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"\"");
    }

    @Test
    void anUnreadableHeaderIsABadRequestAndNotRepeated() {
        for (String shown :
                new String[] {"Basic ???", "Basic", "Basic " + "bm9jb2xvbg==", "ApiKey secretwithoutcolon"}) {
            HttpResponse<String> answer = get(DEVICE, shown);
            assertThat(answer.statusCode()).as(shown).isEqualTo(400);
            assertThat(answer.body())
                    .startsWith("Bad HTTP_AUTHORIZATION header")
                    .doesNotContain("secret");
        }
    }

    @Test
    void goodCredentialsOfANonMemberAreForbiddenWithoutAWord() {
        for (String shown :
                new String[] {basic("stranger@example.org", PASSWORD), basic("amina@demo.commcarehq.org", PASSWORD)}) {
            String project = shown.equals(basic("stranger@example.org", PASSWORD)) ? "demo" : "other";
            HttpResponse<String> answer = get("/a/" + project + "/device/probe", shown);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void aDeactivatedWorkerIsToldSoInAWayHerPhoneShows() {
        server.deactivate(demo, server.worker(demo, "gone"));
        HttpResponse<String> answer = get(DEVICE, basic("gone", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).path("error").stringValue()).isEqualTo("user.deactivated");
        assertThat(json(answer).has("default_response")).isTrue();
        assertThat(get(DEVICE, basic("gone", "wrong-password")).statusCode()).isEqualTo(401);
    }

    @Test
    void fiveWrongPasswordsLockTheDoor() {
        server.worker(demo, "locked");
        for (int guess = 0; guess < 5; guess++) {
            get(DEVICE, basic("locked", "wrong-password"));
        }
        HttpResponse<String> answer = get(DEVICE, basic("locked", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").stringValue()).isEqualTo("maximum password attempts exceeded");
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(800, 900);
    }

    @Test
    void aProjectThatDoesNotExistIsNamedAsEachEndpointDoes() {
        HttpResponse<String> receiver = get("/a/nowhere/receiver/", basic("amina", PASSWORD));
        assertThat(receiver.statusCode()).isEqualTo(400);
        assertThat(receiver.body()).isEqualTo("No domain with name nowhere");
        HttpResponse<String> resource = get("/a/nowhere/api/form/v1/", basic("amina", PASSWORD));
        assertThat(resource.statusCode()).isEqualTo(404);
        assertThat(resource.body()).isEqualTo("{\"error\":\"The domain \\\"nowhere\\\" was not found.\"}");
    }

    @Test
    void signaturesOfServicesOfHqAreNotTaken() {
        for (String path :
                new String[] {DEVICE, FUNCTION, RESOURCE, "/api/identity/v1", "/search?q=x", "/api/v1/projects"}) {
            HttpResponse<String> answer = client.get(path, "X-MAC-DIGEST", "c2lnbmVk");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(client.get(RESOURCE, "X-MAC-DIGEST", "x", "Authorization", basic("owner@example.org", PASSWORD))
                        .statusCode())
                .as("a header goes before")
                .isEqualTo(200);
    }

    @Test
    void aSessionOpensWhatPagesReadAndNoOtherResource() {
        HttpResponse<String> session =
                client.post("/session", "{\"username\": \"owner@example.org\", \"password\": \"" + PASSWORD + "\"}");
        String cookie = "BARAZA_SESSION=" + Client.cookie(session, "BARAZA_SESSION");
        for (String path : new String[] {"application/v1", "v0.5/application", "v0.4/application/"}) {
            assertThat(client.get("/a/demo/api/" + path, "Cookie", cookie).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(client.get("/a/demo/api/user/v1/", "Cookie", cookie).statusCode())
                .isEqualTo(401);
        assertThat(get("/a/demo/api/application/v1/", basic("amina", PASSWORD)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void preflightsOfTheDataApiAreAnsweredBeforeAnyoneIsAsked() {
        HttpResponse<String> answer = client.send("OPTIONS", RESOURCE, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Allow")).contains("GET");
        assertThat(client.send("OPTIONS", DEVICE, "").statusCode()).isEqualTo(401);
    }

    @Test
    void scriptsOfOtherSitesSendAndReadTheHeadersOfOurApi() {
        HttpResponse<String> answer = client.send("OPTIONS", "/api/v1/projects", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Headers")).contains("Idempotency-Key", "If-Match");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Retry-After", "RateLimit-Reset");
    }

    @Test
    void nobodySendsMoreThanAMegabyteToSignIn() {
        String body = "{\"username\": \"" + "x".repeat(1024 * 1024) + "\"}";
        for (String path : new String[] {"/session", "/session/way", "/session/password/ask", "/session/invitation"}) {
            HttpResponse<String> answer = client.send(
                    "POST",
                    path,
                    body,
                    "Content-Type",
                    "application/json",
                    "Cookie",
                    "XSRF-TOKEN=t",
                    "X-XSRF-TOKEN",
                    "t");
            assertThat(answer.statusCode()).as(path).isEqualTo(413);
            assertThat(json(answer).path("code").stringValue()).isEqualTo("BODY_TOO_LARGE");
        }
    }

    @Test
    void everyAnswerOfGraphqlTellsWhatItCost() {
        HttpResponse<String> answer =
                client.post("/graphql", ME, "Authorization", basic("owner@example.org", PASSWORD));
        assertThat(json(answer).at("/extensions/cost").asInt()).isPositive();
    }

    @Test
    void graphqlIsForWebUsers() {
        assertThat(client.post("/graphql", ME, "Authorization", basic("owner@example.org", PASSWORD))
                        .body())
                .contains("\"owner@example.org\"");
        String key = server.apiKey(owner, Optional.empty());
        assertThat(client.post("/graphql", ME, "Authorization", "ApiKey owner@example.org:" + key)
                        .body())
                .contains("\"owner@example.org\"");
        HttpResponse<String> worker =
                client.post("/graphql", "{}", "Authorization", basic("amina@demo.commcarehq.org", PASSWORD));
        assertThat(worker.statusCode()).isEqualTo(403);
        assertThat(json(worker).path("code").stringValue()).isEqualTo("WEB_USERS_ONLY");
        HttpResponse<String> nobody = client.post("/graphql", "{}");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(json(nobody).path("code").stringValue()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void whatHasNoDoorIsNotThere() {
        for (String path : new String[] {"/graphql-probe", "/error", "/login", "/actuator/env", "/actuator", "/x"}) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(client.post(path, "{}").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(client.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(client.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(client.get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get(
                                "/actuator/prometheus",
                                "X-Forwarded-For",
                                "203.0.113.9",
                                "Authorization",
                                basic(Server.ADMIN, PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        assertThat(header(client.get("/"), "Location")).endsWith("/app/");
    }

    @Test
    void everyAnswerForbidsWhatBrowsersNeedNotDo() {
        for (String path : new String[] {"/app/", "/session", "/graphql", DEVICE, "/nothing"}) {
            HttpResponse<String> answer = client.get(path);
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .contains("script-src 'self';")
                    .contains("frame-ancestors 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void aMistakeOfOursTellsATraceIdAndNothingElse() {
        HttpResponse<String> answer = get("/a/demo/device/broken", basic("amina", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("trace_id").doesNotContain("canary").doesNotContain("Exception");
    }

    @Test
    void anOutageIsNotAMistake() {
        HttpResponse<String> answer = get("/a/demo/device/away", basic("amina", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
    }

    private HttpResponse<String> get(String path, String authorization) {
        return client.get(path, "Authorization", authorization);
    }
}
