// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.WebProfile;
import org.baraza.identity.WebUsers;
import org.baraza.oauth.Application.Kind;
import org.baraza.oauth.ApplicationWish;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.Grants;
import org.baraza.paging.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token is worth what its user may at this moment, on every path that takes one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StandingTest {
    private static final String RESOURCE = "/a/demo/api/form/v1/door/probe";
    private static final String FUNCTION = "/a/demo/api/case/v2/door/probe";
    private static final String DEVICE = "/a/demo/device/probe";
    private static final Duration SOON = Duration.ofSeconds(12);

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private WebUser owner;
    private Program site;

    @BeforeAll
    void aProgram() {
        owner = server.webUser("owner@example.org");
        server.project("demo", owner);
        site = Program.of(
                client,
                server.bean(Applications.class)
                        .register(
                                owner,
                                new ApplicationWish(
                                        Kind.CONFIDENTIAL,
                                        "Field reports",
                                        List.of(Program.BACK),
                                        Set.of("access_apis", "sync", "openid"),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** Tokens of a new user, who is a member of her own project. */
    private JsonNode tokens(String name, String scopes) {
        WebUser user = server.webUser(name + "@example.org");
        server.project(name, user);
        return site.tokens(Browser.of(client, name + "@example.org"), scopes);
    }

    private HttpResponse<String> get(String path, JsonNode tokens) {
        return client.get(
                path, "Authorization", "Bearer " + tokens.path("access_token").asString());
    }

    private void refusedSoon(String path, JsonNode tokens, int status) throws InterruptedException {
        Instant patience = Instant.now().plus(SOON);
        int seen;
        do {
            Thread.sleep(200);
            seen = get(path, tokens).statusCode();
        } while (seen != status && Instant.now().isBefore(patience));
        assertThat(seen).isEqualTo(status);
    }

    @Test
    void whoAsksInAnotherWayHearsSo() {
        HttpResponse<String> unnamed = get("/oauth/userinfo/", tokens("unnamed", "access_apis"));
        assertThat(unnamed.statusCode()).isEqualTo(403);
        contract.holds("get", "/oauth/userinfo", unnamed);
        HttpResponse<String> listed = get("/phone/list_apps", tokens("listed", "access_apis"));
        assertThat(listed.statusCode()).isEqualTo(403);
        contract.holds("get", "/phone/list_apps", listed);
        HttpResponse<String> about = site.post("/oauth/introspect/");
        assertThat(about.statusCode()).isEqualTo(400);
        contract.holds("post", "/oauth/introspect", about);

        Browser hers = Browser.of(client, server.webUser("asked@example.org").username());
        String question = site.address("access_apis");
        Map<String, String> page = Browser.query(header(hers.open(question), "Location"));
        String answer = "client_id=" + page.get("client_id") + "&state="
                + Browser.encoded(page.getOrDefault("state", "")) + "&scope=access_apis";
        HttpResponse<String> sent =
                consent(answer, "Cookie", "BARAZA_SESSION=" + hers.session(), "Accept", "text/html");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        contract.holds("post", "/oauth/authorize", sent);
        HttpResponse<String> again =
                client.get(question, "Cookie", "BARAZA_SESSION=" + hers.session(), "Accept", "application/json");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        contract.holds("get", "/oauth/authorize", again);
        HttpResponse<String> nobody = consent(answer, "Accept", "application/json");
        assertThat(nobody.statusCode()).as(nobody.body()).isEqualTo(401);
        contract.holds("post", "/oauth/authorize", nobody);
    }

    private HttpResponse<String> consent(String form, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return client.send("POST", "/oauth/authorize/", form.getBytes(UTF_8), all.toArray(String[]::new));
    }

    @Test
    void eachFamilyWantsItsScopeAndSaysSoInItsOwnShape() {
        JsonNode apis = site.tokens(Browser.of(client, "owner@example.org"), "access_apis");
        JsonNode sync = site.tokens(Browser.of(client, "owner@example.org"), "sync");
        for (String path : List.of(RESOURCE, FUNCTION, "/api/identity/v1/")) {
            assertThat(get(path, apis).statusCode()).as(path).isEqualTo(200);
            HttpResponse<String> refused = get(path, sync);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(json(refused).path("error").asString()).contains("access_apis");
            assertThat(header(refused, "WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"baraza\", error=\"insufficient_scope\", scope=\"access_apis\"");
        }
        assertThat(get(DEVICE, sync).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(DEVICE, apis);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
        assertThat(header(refused, "WWW-Authenticate")).contains("scope=\"mobile_access\"");
        assertThat(submit("/a/demo/receiver/", sync)).isEqualTo(422);
        assertThat(submit("/a/demo/receiver/", apis)).isEqualTo(403);
        assertThat(submit("/a/demo/receiver/api/", apis)).isEqualTo(422);
        assertThat(submit("/a/demo/receiver/api/", sync)).isEqualTo(403);
        assertThat(get("/api/v1/projects", apis).statusCode()).isEqualTo(200);
        assertThat(json(get("/api/v1/projects", sync)).path("code").asString()).isEqualTo("OUT_OF_SCOPE");
        HttpResponse<String> graphQl = client.post(
                "/graphql",
                "{\"query\": \"{ me { username } }\"}",
                "Authorization",
                "Bearer " + sync.path("access_token").asString());
        assertThat(graphQl.statusCode()).isEqualTo(403);
        assertThat(json(graphQl).path("code").asString()).isEqualTo("OUT_OF_SCOPE");
    }

    @Test
    void aProgramChangesNothingOfItsUsersAccount() {
        JsonNode tokens = site.tokens(Browser.of(client, "owner@example.org"), "access_apis");
        for (String deed : List.of(
                "createApiKey(input: {name: \"own\"}) { userErrors { code } }",
                "createProject(input: {name: \"own\"}) { userErrors { code } }")) {
            HttpResponse<String> answer = client.post(
                    "/graphql",
                    JsonMapper.shared().writeValueAsString(Map.of("query", "mutation { " + deed + " }")),
                    "Authorization",
                    "Bearer " + tokens.path("access_token").asString());
            assertThat(answer.body()).contains("FORBIDDEN");
        }
    }

    /** What is no form is refused as such, behind the door. */
    private int submit(String path, JsonNode tokens) {
        return client.send(
                        "POST",
                        path,
                        "<no-form".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/xml",
                        "Authorization",
                        "Bearer " + tokens.path("access_token").asString())
                .statusCode();
    }

    @Test
    void aTokenThatNeverWasIsRefusedInTheShapeOfTheFamily() {
        for (String token : List.of("never-was", "", "x".repeat(5000))) {
            HttpResponse<String> resource = client.get(RESOURCE, "Authorization", "Bearer " + token);
            assertThat(resource.statusCode()).isEqualTo(401);
            assertThat(json(resource).path("error").asString()).isEqualTo("not authorized");
            assertThat(header(resource, "WWW-Authenticate"))
                    .startsWith("Bearer ")
                    .contains("invalid_token");
            HttpResponse<String> device = client.get(DEVICE, "Authorization", "bearer " + token);
            assertThat(device.statusCode()).isEqualTo(401);
            assertThat(device.body()).isEmpty();
        }
    }

    @Test
    void aNewPasswordEndsWhatWasGrantedBefore() throws InterruptedException {
        JsonNode tokens = tokens("changing", "access_apis openid");
        WebUser user = server.bean(WebUsers.class).actor("changing@example.org").orElseThrow();
        assertThat(get("/a/changing/api/form/v1/door/probe", tokens).statusCode())
                .isEqualTo(200);
        server.bean(WebUsers.class).changePassword(user, Server.PASSWORD, "another and a longer one");
        refusedSoon("/a/changing/api/form/v1/door/probe", tokens, 401);
        assertThat(site.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
        assertThat(get("/oauth/userinfo/", tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void aClosedAccountIsClosedToProgramsToo() throws InterruptedException {
        JsonNode tokens = tokens("closing", "access_apis");
        assertThat(get("/a/closing/api/form/v1/door/probe", tokens).statusCode())
                .isEqualTo(200);
        WebUser user = server.bean(WebUsers.class).actor("closing@example.org").orElseThrow();
        WebProfile profile = server.bean(WebUsers.class).profile(user.userId()).orElseThrow();
        server.bean(WebUsers.class).setActive(profile, false);
        refusedSoon("/a/closing/api/form/v1/door/probe", tokens, 401);
    }

    @Test
    void whoIsNoMemberAnyMoreHasNoProgramThatIs() throws Exception {
        JsonNode tokens = tokens("leaving", "access_apis");
        assertThat(get("/a/leaving/api/form/v1/door/probe", tokens).statusCode())
                .isEqualTo(200);
        sql("delete from identity.membership where project_id = "
                + "(select project_id from tenancy.project where name = 'leaving')");
        refusedSoon("/a/leaving/api/form/v1/door/probe", tokens, 403);
    }

    @Test
    void whatSheRevokesInHerAccountIsOver() throws InterruptedException {
        JsonNode tokens = tokens("revoking", "access_apis");
        WebUser user = server.bean(WebUsers.class).actor("revoking@example.org").orElseThrow();
        Consents consents = server.bean(Consents.class);
        assertThat(consents.of(user, PageRequest.first(50)).items())
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.name()).isEqualTo("Field reports");
                    assertThat(consent.scopes()).containsExactly("access_apis");
                });
        consents.revoke(user, site.clientId());
        refusedSoon("/a/revoking/api/form/v1/door/probe", tokens, 401);
        assertThat(consents.of(user, PageRequest.first(50)).items()).isEmpty();
        assertThat(site.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTokenIsOverAfterItsTimeAndSweptWhenNothingOfItsGrantIsGood() throws SQLException {
        JsonNode tokens = tokens("waiting", "access_apis");
        String mine = " where user_id = (select user_id from identity.web_user where username = 'waiting@example.org')";
        sql("update oauth.access_grant set access_issued_at = now() - interval '1 hour', "
                + "access_expires_at = now() - interval '1 second'" + mine);
        assertThat(get("/a/waiting/api/form/v1/door/probe", tokens).statusCode())
                .isEqualTo(401);
        server.bean(Grants.class).sweep();
        JsonNode refreshed = json(site.refresh(tokens.path("refresh_token").asString()));
        assertThat(get("/a/waiting/api/form/v1/door/probe", refreshed).statusCode())
                .isEqualTo(200);
        sql("update oauth.access_grant set keep_until = now() - interval '1 second'" + mine);
        server.bean(Grants.class).sweep();
        assertThat(texts("select grant_id::text from oauth.access_grant" + mine))
                .isEmpty();
        assertThat(texts("select grant_id::text from oauth.access_grant")).isNotNull();
    }

    @Test
    void noTokenCodeOrSecretStandsInTheDatabase() throws SQLException {
        JsonNode tokens = site.tokens(Browser.of(client, "owner@example.org"), "access_apis openid");
        List<String> rows = new ArrayList<>();
        for (String table : List.of("application", "access_grant", "spent_token", "consent", "signing_key")) {
            rows.addAll(texts("select t::text from oauth." + table + " t"));
        }
        assertThat(String.join("\n", rows))
                .isNotEmpty()
                .doesNotContain(tokens.path("access_token").asString())
                .doesNotContain(tokens.path("refresh_token").asString())
                .doesNotContain(site.secret().orElseThrow());
    }

    @Test
    void whatWasDoneIsWrittenDown() throws SQLException {
        tokens("booked", "access_apis");
        assertThat(texts("select action from identity.account_event where login = 'booked@example.org'"
                        + " and detail ->> 'client' = '" + site.clientId() + "' order by event_id"))
                .containsExactly("oauth.consented", "oauth.granted");
        assertThat(texts("select action from identity.account_event where login = 'owner@example.org'"))
                .contains("oauth.application_registered");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = server.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = server.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
