// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

/** How tokens are renewed, given back and asked about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenLivesTest {
    private static final String RESOURCE = "/a/demo/api/form/v1/door/probe";

    private final Server server = new Server();
    private final Client client = server.client();
    private Program site;
    private Program phoneApp;
    private Browser amina;

    @BeforeAll
    void twoProgramsAndSomebodyAtABrowser() {
        WebUser maker = server.webUser("maker@example.org");
        server.project("demo", server.webUser("amina@example.org"));
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
                                        List.of(Program.BACK),
                                        Set.of("access_apis"),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private HttpResponse<String> get(String path, JsonNode tokens) {
        return client.get(
                path, "Authorization", "Bearer " + tokens.path("access_token").asString());
    }

    @Test
    void aSpentRefreshTokenEndsTheWholeFamily() {
        JsonNode first = site.tokens(amina, "access_apis");
        String spent = first.path("refresh_token").asString();
        JsonNode second = json(site.refresh(spent));
        assertThat(second.path("refresh_token").asString()).isNotEqualTo(spent);
        assertThat(get(RESOURCE, second).statusCode()).isEqualTo(200);
        assertThat(get(RESOURCE, first).statusCode())
                .as("the access token before is over")
                .isEqualTo(401);
        assertThat(json(site.refresh(spent)).path("error").asString()).isEqualTo("invalid_grant");
        assertThat(get(RESOURCE, second).statusCode()).isEqualTo(401);
        assertThat(site.refresh(second.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void ofManyWhoRefreshAtOnceAtMostOneDoesAndThenNobody() {
        JsonNode tokens = site.tokens(amina, "access_apis");
        String refresh = tokens.path("refresh_token").asString();
        List<HttpResponse<String>> answers =
                IntStream.range(0, 6)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> site.refresh(refresh)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 400));
        List<HttpResponse<String>> won =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSizeLessThan(2);
        assertThat(won)
                .allSatisfy(answer ->
                        assertThat(get(RESOURCE, json(answer)).statusCode()).isEqualTo(401));
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        JsonNode tokens = phoneApp.tokens(amina, "access_apis");
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(200);
        String refresh = tokens.path("refresh_token").asString();
        assertThat(site.post("/oauth/revoke_token/", "token", refresh).statusCode())
                .as("it is not its own")
                .isEqualTo(400);
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(200);
        assertThat(phoneApp.post("/oauth/revoke_token/", "token", refresh).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = get(RESOURCE, tokens);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("error").asString()).isEqualTo("not authorized");
        assertThat(header(refused, "WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(phoneApp.refresh(refresh).statusCode()).isEqualTo(400);
        assertThat(phoneApp.post("/oauth/revoke_token", "token", "never-was").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProgramLearnsOfItsOwnTokensOnly() {
        JsonNode tokens = site.tokens(amina, "access_apis");
        String token = tokens.path("access_token").asString();
        JsonNode own = json(site.post("/oauth/introspect/", "token", token));
        assertThat(own.path("active").asBoolean()).isTrue();
        assertThat(own.path("client_id").asString()).isEqualTo(site.clientId());
        assertThat(own.path("scope").asString()).isEqualTo("access_apis");
        Program other = register(server.webUser("other-maker@example.org"), Kind.CONFIDENTIAL);
        JsonNode others = json(other.post("/oauth/introspect/", "token", token));
        JsonNode nothing = json(other.post("/oauth/introspect/", "token", "never-was"));
        assertThat(others).isEqualTo(nothing);
        assertThat(others.path("active").asBoolean()).isFalse();
    }
}
