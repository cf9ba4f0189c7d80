// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Programs are registered, changed and ended by their makers alone. */
@ExtendWith(WholeServer.class)
final class ApplicationsTest {
    private static final String REGISTER = """
            mutation($kind: OAuthApplicationKind!, $uri: String!) {
              registerOAuthApplication(input: {
                kind: $kind, name: "Field reports", redirectUris: [$uri], scopes: ["access_apis"]}) {
                oauthApplication { clientId name secretMadeAt } secret userErrors { code field } } }""";

    private static GraphQl maker(Server server, String name) {
        server.webUser(name + "@example.org");
        return new GraphQl(server.client(), basic(name + "@example.org", Server.PASSWORD));
    }

    private static JsonNode register(GraphQl maker, String kind, String uri) {
        return maker.ask(REGISTER, Map.of("kind", kind, "uri", uri)).path("registerOAuthApplication");
    }

    private static String own(GraphQl maker) {
        return maker.ask("{ me { oauthApplications { clientId name } } }", Map.of())
                .at("/me/oauthApplications")
                .toString();
    }

    @Test
    void aProgramIsItsMakersUntilSheEndsIt(Server server) {
        GraphQl maker = maker(server, "oauth-maker");
        JsonNode made = register(maker, "CONFIDENTIAL", Program.BACK);
        String clientId = made.at("/oauthApplication/clientId").asString();
        String secret = made.path("secret").asString();
        assertThat(secret).hasSize(43);
        assertThat(own(maker)).contains(clientId).doesNotContain(secret);
        JsonNode renewed = maker.ask("""
                mutation($id: String!) { renewOAuthSecret(input: {clientId: $id}) { secret userErrors { code } } }""", Map.of("id", clientId)).path("renewOAuthSecret");
        assertThat(renewed.path("secret").asString()).hasSize(43).isNotEqualTo(secret);

        GraphQl other = maker(server, "oauth-other");
        for (String deed : new String[] {
            "renewOAuthSecret(input: {clientId: $id})",
            "deleteOAuthApplication(input: {clientId: $id})",
            "revokeOAuthAuthorization(input: {clientId: $id})"
        }) {
            String document = "mutation($id: String!) { done: " + deed + " { userErrors { code message } } }";
            assertThat(other.ask(document, Map.of("id", clientId)))
                    .isEqualTo(other.ask(document, Map.of("id", "never-was")));
        }
        assertThat(own(other)).isEqualTo("[]");
        maker.ask(
                "mutation($id: String!) { deleteOAuthApplication(input: {clientId: $id}) { userErrors { code } } }",
                Map.of("id", clientId));
        assertThat(own(maker)).isEqualTo("[]");
    }

    @Test
    void aProgramThatCannotKeepASecretHasNone(Server server) {
        GraphQl maker = maker(server, "oauth-public");
        JsonNode made = register(maker, "PUBLIC", "org.example.app:/back");
        assertThat(made.path("secret").isNull()).isTrue();
        assertThat(maker.ask(
                                "mutation($id: String!) { renewOAuthSecret(input: {clientId: $id}) { userErrors { code } } }",
                                Map.of(
                                        "id",
                                        made.at("/oauthApplication/clientId").asString()))
                        .toString())
                .contains("NO_SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIDENTIAL, https://app.example.org/back, true",
        "CONFIDENTIAL, http://localhost:3000/back, true",
        "PUBLIC, http://127.0.0.1/back, true",
        "PUBLIC, org.example.app:/back, true",
        "CONFIDENTIAL, org.example.app:/back, false",
        "PUBLIC, app:/back, false",
        "PUBLIC, javascript:alert(1), false",
        "CONFIDENTIAL, http://app.example.org/back, false",
        "CONFIDENTIAL, https://app.example.org/back#part, false",
        "CONFIDENTIAL, https://user@app.example.org/back, false",
        "CONFIDENTIAL, https://*.example.org/back, false",
        "CONFIDENTIAL, /back, false",
        "CONFIDENTIAL, not an address, false",
        "SERVICE, https://app.example.org/back, false"
    })
    void anAddressIsWholeAndSafe(String kind, String uri, boolean fine, Server server) {
        GraphQl maker = new GraphQl(server.client(), basic(Server.ADMIN, Server.PASSWORD));
        JsonNode made = register(maker, kind, uri);
        if (fine) {
            assertThat(made.path("userErrors").size()).as(made.toString()).isZero();
            maker.ask(
                    "mutation($id: String!) { deleteOAuthApplication(input: {clientId: $id}) { userErrors { code } } }",
                    Map.of("id", made.at("/oauthApplication/clientId").asString()));
        } else {
            assertThat(made.at("/userErrors/0/field/1").asString()).isEqualTo("redirectUris");
        }
    }

    @Test
    void aKeyOfOneProjectRegistersNothing(Server server) {
        GraphQl maker = maker(server, "oauth-limited");
        Client client = server.client();
        var user = server.bean(org.baraza.identity.WebUsers.class)
                .actor("oauth-limited@example.org")
                .orElseThrow();
        server.project("oauth-limited", user);
        String key = server.apiKey(user, Optional.of("oauth-limited"));
        GraphQl limited = new GraphQl(client, "ApiKey oauth-limited@example.org:" + key);
        assertThat(limited.post(REGISTER, Map.of("kind", "PUBLIC", "uri", Program.BACK))
                        .body())
                .contains("FORBIDDEN");
        assertThat(own(maker)).isEqualTo("[]");
    }
}
