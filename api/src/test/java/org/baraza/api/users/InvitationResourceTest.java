// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvitationResourceTest {
    private static final String SPEC = "/a/{domain}/api/invitation/v1";

    private final Contract contract = new Contract();
    private Client client;
    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "inviting");
        client = server.client();
    }

    private HttpResponse<String> invite(Map<String, ?> body) {
        HttpResponse<String> answer = client.post(
                "/a/inviting/api/invitation/v1/",
                JsonMapper.shared().writeValueAsString(body),
                "Authorization",
                place.authorization());
        contract.holds("post", SPEC, answer);
        return answer;
    }

    private HttpResponse<String> session(String path, Map<String, ?> body, String... headers) {
        HttpResponse<String> answer =
                client.post("/session/" + path, JsonMapper.shared().writeValueAsString(body), headers);
        contract.holds("post", "/session/" + path, answer);
        return answer;
    }

    private Map<String, String> link(String email) {
        String path = place.graphQl()
                .ask("""
                        mutation($email: String!) {
                          inviteWebUser(input: {project: "inviting", email: $email, role: "Read Only"}) { path }
                        }""", Map.of("email", email))
                .at("/inviteWebUser/path")
                .asString();
        String[] parts = path.split("[/#]");
        return Map.of("project", parts[3], "invitation", parts[4], "secret", parts[5]);
    }

    @Test
    void aProgramInvitesInTheShapeOfHq() {
        HttpResponse<String> answer = invite(
                Map.of("email", "Rest@Example.org", "role", "App Editor", "user_data", Map.of("district", "north")));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode made = json(answer);
        assertThat(made.path("email").asString()).isEqualTo("rest@example.org");
        assertThat(made.path("role").asString()).isEqualTo("App Editor");
        assertThat(made.at("/user_data/district").asString()).isEqualTo("north");
        assertThat(made.path("id").asString()).hasSize(36);
        assertThat(answer.body()).as("no link").doesNotContain("join");
    }

    @Test
    void whatIsWrongIsToldInAList() {
        assertThat(errors(invite(Map.of("email", "x@example.org")))).contains("'role' is required.");
        assertThat(errors(invite(Map.of("email", "x@example.org", "role", "Nobody"))))
                .contains("Role does not exist: Nobody");
        assertThat(errors(invite(Map.of("email", "nobody", "role", "App Editor"))))
                .contains("This is not an e-mail address.");
        assertThat(errors(invite(Map.of(
                        "email", "x@example.org", "role", "App Editor", "assigned_location_ids", List.of("nowhere")))))
                .contains("There is no such location in use.");
        assertThat(errors(invite(Map.of("email", "x@example.org", "role", "App Editor", "profile", "p"))))
                .contains("Profile does not exist: p");
        assertThat(errors(invite(Map.of("email", "x@example.org", "role", "App Editor", "username", "x"))))
                .isEqualTo("Invalid parameter(s): username");
    }

    private static String errors(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).at("/errors/0").asString();
    }

    @Test
    void somebodyNewJoinsByTheLinkAndIsSignedIn() {
        Map<String, String> link = link("joins@example.org");
        HttpResponse<String> looked = session("invitation", link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(json(looked).path("email").asString()).isEqualTo("joins@example.org");
        assertThat(json(looked).path("hasAccount").asBoolean()).isFalse();
        var form = new HashMap<>(link);
        form.putAll(Map.of("firstName", "Nia", "lastName", "Mwangi", "password", Server.PASSWORD));
        HttpResponse<String> joined = session("invitation/accept", form);
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        String session = "BARAZA_SESSION=" + cookie(joined, "BARAZA_SESSION") + "; XSRF-TOKEN=t";
        JsonNode mine = json(client.post(
                "/graphql",
                "{\"query\": \"{ projects { nodes { name myRole } } }\"}",
                "Cookie",
                session,
                "X-XSRF-TOKEN",
                "t"));
        assertThat(mine.at("/data/projects/nodes")).hasSize(1);
        assertThat(mine.at("/data/projects/nodes/0/myRole").asString()).isEqualTo("Read Only");
        assertThat(session("invitation", link).statusCode()).as("used").isEqualTo(404);
    }

    @Test
    void aWrongSecretOpensNothing() {
        Map<String, String> first = link("has-account@example.org");
        var form = new HashMap<>(first);
        form.put("password", Server.PASSWORD);
        assertThat(session("invitation/accept", form).statusCode()).isEqualTo(200);
        Map<String, String> wrong = new HashMap<>(first);
        wrong.put("secret", "x");
        assertThat(session("invitation/accept", wrong).statusCode()).isEqualTo(404);
    }

    @Test
    void aForgottenPasswordIsAnsweredTheSameForEverybody() {
        HttpResponse<String> known = session("password/forgotten", Map.of("username", Server.ADMIN));
        HttpResponse<String> unknown = session("password/forgotten", Map.of("username", "nobody@example.org"));
        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(session("password/reset", Map.of("user", "u", "secret", "s", "password", Server.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }
}
