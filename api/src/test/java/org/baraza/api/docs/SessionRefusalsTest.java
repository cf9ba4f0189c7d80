// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What browsers hear when they sign in, join and change passwords, where it is no success. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionRefusalsTest {
    private static final String POSTS = "POST /session";
    private static final int MOST = 1 << 20;

    private final Operations operations = new Operations();
    private Server server;
    private Client client;

    @BeforeAll
    void aServer(Server whole) {
        server = whole;
        client = whole.client();
    }

    private static String path(String operation) {
        return Operations.path(operation, "", "");
    }

    private String session(String username) {
        String body = "{\"username\": \"" + username + "\", \"password\": \"" + Server.PASSWORD + "\"}";
        return Client.cookie(client.post("/session", body), "BARAZA_SESSION");
    }

    private HttpResponse<String> send(String method, String path, String body, String session) {
        return client.send(
                method, path, body, "Cookie", "BARAZA_SESSION=" + session + "; XSRF-TOKEN=t", "X-XSRF-TOKEN", "t");
    }

    @Test
    void bodiesAreSmallJson() {
        operations.allAnswer(400, operations.with(400, POSTS), one -> client.post(path(one), "canary"));
        operations.allAnswer(
                415,
                operations.with(415, POSTS),
                one -> client.send("POST", path(one), "{}".getBytes(UTF_8), "Content-Type", "text/plain"));
        String large = "{\"username\": \"" + "x".repeat(MOST) + "\"}";
        operations.allAnswer(413, operations.with(413, POSTS), one -> client.post(path(one), large));
    }

    @Test
    void whoeverHasASessionShowsThatHerOwnPageAsks() {
        String session = session(server.webUser("crossed@sessions.example").username());
        operations.allAnswer(
                403,
                operations.with(403, POSTS, "DELETE /session"),
                one -> client.send(
                        Operations.method(one),
                        path(one),
                        one.startsWith("POST") ? "{}" : "",
                        "Cookie",
                        "BARAZA_SESSION=" + session));
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItAndIsNotTriedOftener() {
        String password = "/session/password";
        String wanted = "{\"password\": \"wrong\", \"next\": \"correct-horse-9-battery\"}";
        operations.allAnswer(
                401, operations.with(401, POSTS + "/password"), one -> send("POST", path(one), wanted, "a".repeat(40)));
        String session = session(server.webUser("changing@sessions.example").username());
        HttpResponse<String> changed = send("POST", password, wanted.replace("wrong", Server.PASSWORD), session);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        String next = Client.cookie(changed, "BARAZA_SESSION");
        HttpResponse<String> tried = send("POST", password, wanted, next);
        assertThat(tried.statusCode()).isEqualTo(400);
        for (int turn = 0; turn < 10 && tried.statusCode() == 400; turn++) {
            tried = send("POST", password, wanted, next);
        }
        HttpResponse<String> last = tried;
        operations.allAnswer(429, operations.with(429, POSTS + "/password"), _ -> last);
    }

    @Test
    void anInvitationIsForThoseWhoAreNotThereYet() {
        Place place = Place.of(
                server,
                "session-refusals",
                basic(server.webUser("host@sessions.example").username(), Server.PASSWORD));
        String guest = server.webUser("guest@sessions.example").username();
        String invited = place.graphQl()
                .ask("""
                        mutation($email: String!) {
                          inviteWebUser(input: {project: "session-refusals", email: $email, role: "Read Only"}) { path }
                        }""", Map.of("email", guest))
                .at("/inviteWebUser/path")
                .asString();
        String[] parts = invited.split("[/#]");
        Map<String, String> link =
                new HashMap<>(Map.of("project", parts[3], "invitation", parts[4], "secret", parts[5]));
        operations.allAnswer(
                409,
                operations.with(409, POSTS + "/invitation/accept"),
                one -> client.post(path(one), JsonMapper.shared().writeValueAsString(link)));
        HttpResponse<String> joined = send(
                "POST", "/session/invitation/accept", JsonMapper.shared().writeValueAsString(link), session(guest));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
    }

    @Test
    void theLastAdministratorDoesNotLeave() {
        String alone = server.webUser("alone@sessions.example").username();
        Place.of(server, "session-alone", basic(alone, Server.PASSWORD));
        String session = session(alone);
        String userId = json(client.get("/session", "Cookie", "BARAZA_SESSION=" + session))
                .path("userId")
                .asString();
        operations.allAnswer(
                400,
                operations.with(400, "DELETE /api/v1/projects/{project}/members"),
                one -> send("DELETE", Operations.path(one, "session-alone", userId), "", session));
    }
}
