// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholeServer.class)
final class DiscoveryTest {

    @Test
    void theServerSaysWhereItsEndpointsAre(Server server) {
        Client client = server.client();
        String base = "http://localhost:" + client.port();
        for (String path :
                new String[] {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"}) {
            JsonNode said = json(client.get(path));
            assertThat(said.path("issuer").asString()).as(path).isEqualTo(base);
            assertThat(said.path("authorization_endpoint").asString()).isEqualTo(base + "/oauth/authorize/");
            assertThat(said.path("token_endpoint").asString()).isEqualTo(base + "/oauth/token/");
            assertThat(said.path("revocation_endpoint").asString()).isEqualTo(base + "/oauth/revoke_token/");
            assertThat(said.path("introspection_endpoint").asString()).isEqualTo(base + "/oauth/introspect/");
            assertThat(said.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
            assertThat(said.path("scopes_supported").toString())
                    .contains("access_apis", "reports:view", "mobile_access", "sync", "openid", "profile", "email");
            assertThat(said.has("end_session_endpoint")).isFalse();
        }
    }

    @Test
    void theKeysArePublishedWithoutTheirPrivateParts(Server server) {
        JsonNode keys = json(server.client().get("/oauth/jwks/")).path("keys");
        assertThat(keys.size()).isPositive();
        assertThat(keys.get(0).path("kty").asString()).isEqualTo("RSA");
        assertThat(keys.get(0).path("n").asString()).isNotEmpty();
        for (String secret : new String[] {"d", "p", "q", "dp", "dq", "qi"}) {
            assertThat(keys.get(0).has(secret)).as(secret).isFalse();
        }
    }

    @Test
    void scriptsOfOtherSitesMayAskForTokensButNotForTheUser(Server server) {
        Client client = server.client();
        for (String path : new String[] {"/oauth/token/", "/oauth/token", "/oauth/revoke_token/", "/oauth/userinfo/"}) {
            HttpResponse<String> preflight = client.send("OPTIONS", path, "", "Access-Control-Request-Method", "POST");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(preflight, "Access-Control-Allow-Credentials")).isEmpty();
        }
        assertThat(header(client.get("/oauth/authorize/?client_id=x"), "Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(header(client.get("/oauth/introspect/"), "Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void whatIsNoRequestIsRefusedAndNeverAMistakeOfTheServer(Server server) {
        Client client = server.client();
        for (String body : new String[] {"", "grant_type=password&username=a&password=b", "grant_type=refresh_token"}) {
            HttpResponse<String> answer = client.send(
                    "POST",
                    "/oauth/token/",
                    body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).as(body + answer.body()).isBetween(400, 401);
        }
        assertThat(client.get("/oauth/authorize/?response_type=token&client_id=x")
                        .statusCode())
                .isBetween(400, 401);
        assertThat(client.get("/oauth/userinfo/").statusCode()).isEqualTo(401);
    }
}
