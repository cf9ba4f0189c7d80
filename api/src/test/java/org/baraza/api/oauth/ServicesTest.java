// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.RoleWish;
import org.baraza.identity.Roles;
import org.baraza.oauth.Application.Kind;
import org.baraza.oauth.ApplicationWish;
import org.baraza.oauth.Applications;
import org.baraza.oauth.NewApplication;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Programs that act for themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServicesTest {
    private static final String RESOURCE = "/a/demo/api/form/v1/door/probe";

    private final Server server = new Server();
    private final Client client = server.client();
    private final Applications applications = server.bean(Applications.class);
    private WebUser maker;
    private ProjectAccess demo;
    private UUID reading;

    @BeforeAll
    void twoProjectsAndARole() {
        maker = server.webUser("maker@example.org");
        demo = server.project("demo", maker);
        server.project("second", maker);
        server.project("elsewhere", server.webUser("stranger@example.org"));
        reading = role("Reading", Permission.ACCESS_API, Permission.VIEW_REPORTS);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private UUID role(String name, Permission... permissions) {
        return ProjectScope.in(
                demo.project(),
                () -> server.bean(Roles.class)
                        .create(demo, new RoleWish(name, Set.of(permissions), false, List.of()))
                        .roleId());
    }

    private NewApplication service(String project, UUID role, String... scopes) {
        return applications.register(
                maker,
                new ApplicationWish(
                        Kind.SERVICE, "Nightly", List.of(), Set.of(scopes), Optional.of(project), Optional.of(role)));
    }

    private Program program(NewApplication made) {
        return Program.of(client, made);
    }

    private HttpResponse<String> get(String path, JsonNode tokens) {
        return client.get(
                path, "Authorization", "Bearer " + tokens.path("access_token").asString());
    }

    private JsonNode graphQl(JsonNode tokens, String query) {
        return json(client.post(
                "/graphql",
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(Map.of("query", query)),
                "Authorization",
                "Bearer " + tokens.path("access_token").asString()));
    }

    @Test
    void aServiceWorksInItsProjectAndNowhereElse() {
        JsonNode tokens =
                json(program(service("demo", reading, "access_apis")).token("grant_type", "client_credentials"));
        assertThat(tokens.path("scope").asString()).isEqualTo("access_apis");
        assertThat(tokens.has("refresh_token")).isFalse();
        assertThat(tokens.has("id_token")).isFalse();
        assertThat(get(RESOURCE, tokens).body()).isEqualTo("maker@example.org in demo");
        assertThat(get("/a/second/api/form/v1/door/probe", tokens).statusCode())
                .as("where its maker is an administrator")
                .isEqualTo(403);
        assertThat(get("/a/elsewhere/api/form/v1/door/probe", tokens).statusCode())
                .isEqualTo(403);
        assertThat(get("/a/demo/device/probe", tokens).statusCode())
                .as("without the scope of phones")
                .isEqualTo(403);
        assertThat(graphQl(tokens, "{ projects { nodes { name } } }")
                        .at("/data/projects/nodes")
                        .toString())
                .isEqualTo("[{\"name\":\"demo\"}]");
    }

    @Test
    void aServiceMayWhatItsRoleAllowsAndNothingOfItsMakersAccount() {
        JsonNode tokens =
                json(program(service("demo", reading, "access_apis")).token("grant_type", "client_credentials"));
        assertThat(graphQl(tokens, "{ project(name: \"demo\") { roles { name } } }")
                        .path("errors")
                        .toString())
                .as("its maker is an administrator, it is not")
                .contains("view_roles");
        assertThat(graphQl(tokens, "mutation { createApiKey(input: {name: \"wider\"}) { secret userErrors { code } } }")
                        .toString())
                .contains("FORBIDDEN")
                .doesNotContain("\"secret\":\"");
        assertThat(graphQl(
                                tokens,
                                "mutation { createProject(input: {name: \"wider\"}) { project { name } userErrors { code } } }")
                        .toString())
                .contains("FORBIDDEN");
    }

    @Test
    void aServiceIsBoundToARoleOfAProjectOfItsMaker() {
        assertThatThrownBy(() -> service("elsewhere", reading, "access_apis")).hasMessage("PROJECT_UNKNOWN");
        assertThatThrownBy(() -> service("second", reading, "access_apis")).hasMessage("ROLE_UNKNOWN");
        assertThatThrownBy(() -> service("demo", UUID.randomUUID(), "access_apis"))
                .hasMessage("ROLE_UNKNOWN");
        assertThatThrownBy(() -> service("demo", reading, "openid")).hasMessage("SCOPE_NOT_FOR_SERVICES");
    }

    @Test
    void aServiceGetsNoScopeThatItWasNotRegisteredWith() {
        Program service = program(service("demo", reading, "access_apis"));
        HttpResponse<String> refused = service.token("grant_type", "client_credentials", "scope", "mobile_access");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asString()).isEqualTo("invalid_scope");
        assertThat(json(service.token("grant_type", "authorization_code", "code", "x", "redirect_uri", Program.BACK))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void wrongSecretsLockAProgramOutAsWrongPasswordsDoAPerson() {
        NewApplication made = service("demo", reading, "access_apis");
        Program right = program(made);
        Program wrong = right.withSecret("guess");
        assertThat(right.token("grant_type", "client_credentials").statusCode()).isEqualTo(200);
        for (int guess = 0; guess < 5; guess++) {
            HttpResponse<String> refused = wrong.token("grant_type", "client_credentials");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).path("error").asString()).isEqualTo("invalid_client");
            assertThat(header(refused, "WWW-Authenticate")).startsWith("Basic");
        }
        HttpResponse<String> locked = right.token("grant_type", "client_credentials");
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(Integer.parseInt(header(locked, "Retry-After"))).isBetween(880, 900);
        String renewed = applications
                .renewSecret(maker, made.application().clientId())
                .secret()
                .orElseThrow();
        assertThat(right.token("grant_type", "client_credentials").statusCode())
                .as("the old secret")
                .isEqualTo(401);
        assertThat(right.withSecret(renewed)
                        .token("grant_type", "client_credentials")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDeletedServiceAndItsTokensAreGoodForNothing() {
        NewApplication made = service("demo", reading, "access_apis");
        JsonNode tokens = json(program(made).token("grant_type", "client_credentials"));
        applications.delete(maker, made.application().clientId());
        assertThat(program(made).token("grant_type", "client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void aServiceIsGoodForNothingWhenItsRoleIsGone() {
        UUID fleeting = role("Fleeting", Permission.ACCESS_API);
        JsonNode tokens =
                json(program(service("demo", fleeting, "access_apis")).token("grant_type", "client_credentials"));
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(200);
        ProjectScope.in(demo.project(), () -> server.bean(Roles.class).delete(demo, fleeting));
        assertThat(get(RESOURCE, tokens).statusCode()).isEqualTo(403);
    }
}
