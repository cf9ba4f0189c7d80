// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.oauth.Program.BACK;
import static org.baraza.api.oauth.Program.VERIFIER;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.oauth.Application.Kind;
import org.baraza.oauth.ApplicationWish;
import org.baraza.oauth.Applications;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizationCodeTest {
    private static final String RESOURCE = "/a/demo/api/form/v1/door/probe";
    private static final String DEVICE = "/a/demo/device/probe";
    private static final Set<String> ALL = Set.of("access_apis", "mobile_access", "openid", "profile", "email");

    private final Server server = new Server();
    private final Client client = server.client();
    private Program site;
    private Program phoneApp;
    private Browser amina;

    @BeforeAll
    void twoProgramsAndSomebodyAtABrowser() {
        WebUser maker = server.webUser("maker@example.org");
        WebUser user = server.webUser("amina@example.org");
        server.project("demo", user);
        server.project("second", user);
        server.project("elsewhere", maker);
        site = register(maker, Kind.CONFIDENTIAL);
        phoneApp = register(maker, Kind.PUBLIC);
        amina = Browser.of(client, "amina@example.org");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private Program register(WebUser maker, Kind kind) {
        return Program.of(
                client,
                server.bean(Applications.class)
                        .register(
                                maker,
                                new ApplicationWish(
                                        kind,
                                        "Field reports",
                                        List.of(BACK),
                                        ALL,
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private HttpResponse<String> get(String path, String token) {
        return client.get(path, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> get(String path, JsonNode tokens) {
        return get(path, tokens.path("access_token").asString());
    }

    @Test
    void aProgramActsForWhoeverAgreedAndIsAskedOnceOnly() {
        String asked = header(amina.open(site.address("access_apis openid profile email")), "Location");
        assertThat(asked).contains("/app/oauth/consent?").contains("client_id=" + site.clientId());
        String back = amina.answer(asked, "access_apis", "openid", "profile", "email");
        assertThat(back).startsWith(BACK + "?code=");
        assertThat(Browser.query(back))
                .containsEntry("state", "its own state")
                .containsEntry("iss", "http://localhost:" + client.port());

        HttpResponse<String> answer = site.exchange(back, VERIFIER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        JsonNode tokens = json(answer);
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isBetween(890, 900);
        assertThat(tokens.path("scope").asString().split(" "))
                .containsExactlyInAnyOrder("access_apis", "openid", "profile", "email");
        assertThat(tokens.path("id_token").asString()).matches("[^.]+\\.[^.]+\\.[^.]+");
        assertThat(get(RESOURCE, tokens).body()).isEqualTo("amina@example.org in demo");
        assertThat(json(get("/oauth/userinfo/", tokens)).path("email").asString())
                .isEqualTo("amina@example.org");
        assertThat(json(get("/oauth/userinfo", tokens)).path("name").asString()).isEqualTo("Wanjiru Otieno");

        assertThat(header(amina.open(site.address("access_apis openid")), "Location"))
                .as("not asked again for what she agreed to")
                .startsWith(BACK + "?code=");
        assertThat(header(amina.open(site.address("access_apis mobile_access")), "Location"))
                .as("asked again for more")
                .contains("/app/oauth/consent?");
    }

    @Test
    void aProgramWithoutASecretGetsRefreshTokensToo() {
        JsonNode tokens = phoneApp.tokens(amina, "mobile_access");
        assertThat(get(DEVICE, tokens).body()).isEqualTo("amina@example.org in demo");
        HttpResponse<String> again =
                phoneApp.refresh(tokens.path("refresh_token").asString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(get(DEVICE, json(again)).statusCode()).isEqualTo(200);
        assertThat(header(amina.open(phoneApp.address("mobile_access")), "Location"))
                .as("always asked: another could have taken its name")
                .contains("/app/oauth/consent?");
    }

    @Test
    void theWrongVerifierGetsNothingAndNeitherDoesACodeThatWasUsed() {
        String back = amina.agree(site.address("access_apis"), "access_apis");
        assertThat(json(site.exchange(back, VERIFIER + "x")).path("error").asString())
                .isEqualTo("invalid_grant");
        assertThat(json(site.exchange(back, "")).path("error").asString()).isEqualTo("invalid_grant");
        JsonNode tokens = json(site.exchange(back, VERIFIER));
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(200);
        assertThat(json(site.exchange(back, VERIFIER)).path("error").asString()).isEqualTo("invalid_grant");
        assertThat(get(RESOURCE, tokens).statusCode())
                .as("whoever used it first may be the thief")
                .isEqualTo(401);
        assertThat(site.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnlyForTheProgramItWasGivenTo() {
        String back = amina.agree(site.address("access_apis"), "access_apis");
        assertThat(phoneApp.exchange(back, VERIFIER).statusCode()).isEqualTo(400);
        assertThat(site.exchange(back, VERIFIER).statusCode())
                .as("and is spent by the attempt")
                .isEqualTo(400);
    }

    @Test
    void withoutProofOfTheRequestThereIsNoCode() {
        for (Program program : List.of(site, phoneApp)) {
            String refused =
                    header(amina.open(program.address("access_apis", Map.of("code_challenge", ""))), "Location");
            assertThat(refused).startsWith(BACK + "?error=invalid_request");
        }
        assertThat(header(
                        amina.open(site.address("access_apis", Map.of("code_challenge_method", "plain"))), "Location"))
                .startsWith(BACK + "?error=invalid_request");
    }

    @Test
    void nobodyIsSentToAnAddressThatWasNotRegisteredLetterByLetter() {
        for (String other : List.of(
                BACK + "/", BACK + "?more", "https://app.example.org.evil.test/back", "http://app.example.org/back")) {
            HttpResponse<String> answer = amina.open(site.address("access_apis", Map.of("redirect_uri", other)));
            assertThat(header(answer, "Location"))
                    .isEqualTo("/app/oauth/refused?error=invalid_request&about=redirect_uri");
        }
        assertThat(header(amina.open(site.address("access_apis", Map.of("client_id", "nobody"))), "Location"))
                .isEqualTo("/app/oauth/refused?error=invalid_request&about=client_id");
    }

    @Test
    void scopesAreNoMoreThanRegisteredAskedAgreedAndRefreshed() {
        assertThat(header(amina.open(site.address("reports:view")), "Location"))
                .startsWith(BACK + "?error=invalid_scope");
        assertThat(header(amina.open(site.address("")), "Location")).startsWith(BACK + "?error=invalid_scope");
        String asked = header(amina.open(phoneApp.address("access_apis")), "Location");
        assertThat(amina.answer(asked, "access_apis", "mobile_access"))
                .as("more than was asked")
                .startsWith(BACK + "?error=invalid_scope");
        asked = header(amina.open(phoneApp.address("access_apis mobile_access")), "Location");
        JsonNode tokens = json(phoneApp.exchange(amina.answer(asked, "mobile_access"), VERIFIER));
        assertThat(get(DEVICE, tokens).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(RESOURCE, tokens);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"access_apis\"");
        String refresh = tokens.path("refresh_token").asString();
        assertThat(json(phoneApp.refresh(refresh, "scope", "access_apis"))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_scope");
    }

    @Test
    void sheMaySayNoAlsoAfterSheSaidYes() {
        assertThat(amina.agree(phoneApp.address("access_apis"), "access_apis")).startsWith(BACK + "?code=");
        String asked = header(amina.open(phoneApp.address("access_apis")), "Location");
        assertThat(Browser.query(amina.deny(asked)))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "its own state");
        assertThat(amina.post("client_id=" + phoneApp.clientId() + "&scope=access_apis&state="
                                + Browser.encoded(Browser.query(asked).getOrDefault("state", "")))
                        .statusCode())
                .as("the question is over")
                .isEqualTo(400);
    }

    @Test
    void aQuestionIsAnsweredByTheOneWhoWasAsked() {
        server.webUser("eve@example.org");
        Browser eve = Browser.of(client, "eve@example.org");
        String asked = header(amina.open(phoneApp.address("access_apis")), "Location");
        HttpResponse<String> answer = eve.post("client_id=" + phoneApp.clientId() + "&scope=access_apis&state="
                + Browser.encoded(Browser.query(asked).getOrDefault("state", "")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("code=");
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheWebClientAndBack() {
        HttpResponse<String> answer = client.get(site.address("access_apis"), "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .isEqualTo(
                        "/app/oauth/authorize" + site.address("access_apis").substring("/oauth/authorize/".length()));
        assertThat(header(
                        client.get(
                                site.address("access_apis"),
                                "Accept",
                                "text/html",
                                "Authorization",
                                Client.basic("amina@example.org", Server.PASSWORD)),
                        "Location"))
                .as("a password is not a person")
                .startsWith("/app/oauth/authorize?");
    }

    @Test
    void aTokenForOneProjectOpensOnlyThatOne() {
        String base = "http://localhost:" + client.port();
        String address = phoneApp.address("access_apis", Map.of("resource", base + "/a/demo/"));
        JsonNode tokens = json(phoneApp.exchange(amina.agree(address, "access_apis"), VERIFIER));
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(200);
        assertThat(get("/a/second/api/form/v1/door/probe", tokens).statusCode()).isEqualTo(403);
        JsonNode all = phoneApp.tokens(amina, "access_apis");
        assertThat(get("/a/second/api/form/v1/door/probe", all).statusCode()).isEqualTo(200);
        assertThat(get("/a/elsewhere/api/form/v1/door/probe", all).statusCode())
                .as("where she is no member")
                .isEqualTo(403);
        assertThat(header(
                        amina.open(phoneApp.address("access_apis", Map.of("resource", base + "/a/nowhere/"))),
                        "Location"))
                .startsWith(BACK + "?error=invalid_target");
    }
}
