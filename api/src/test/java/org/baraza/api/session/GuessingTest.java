// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.Authenticator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who guesses learns nothing, and each guess counts, however it is sent (spec/92, sections 7 and 9). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuessingTest {
    private static final int TRIES = 12;

    private Server server;
    private Client client;

    @BeforeAll
    void aServer(Server whole) {
        server = whole;
        client = whole.client();
    }

    private HttpResponse<String> signIn(String username, String password, String... headers) {
        return client.post(
                "/session", "{\"username\": \"" + username + "\", \"password\": \"" + password + "\"}", headers);
    }

    private HttpResponse<String> inPerson(String session, String document) {
        return client.post(
                "/graphql",
                JsonMapper.shared().writeValueAsString(Map.of("query", document)),
                "Cookie",
                "BARAZA_SESSION=" + session + "; XSRF-TOKEN=t",
                "X-XSRF-TOKEN",
                "t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turnOffTwoFactor(input: {password: \"guess\"})",
                "makeRecoveryCodes(input: {password: \"guess\"})"
            })
    void eachAliasOfOneDocumentIsAGuess(String mutation) {
        String name = mutation.substring(0, mutation.indexOf('(')).toLowerCase(Locale.ROOT) + "@guess.example";
        server.webUser(name);
        String session = cookie(signIn(name, PASSWORD), "BARAZA_SESSION");
        guessSixTimes(session, mutation);
        assertThat(json(signIn(name, PASSWORD)).path("code").asString()).isEqualTo("LOCKED_OUT");
    }

    private void guessSixTimes(String session, String mutation) {
        StringBuilder document = new StringBuilder("mutation {");
        for (int guess = 0; guess < 6; guess++) {
            document.append(" a").append(guess).append(": ").append(mutation).append(" { userErrors { code } }");
        }
        HttpResponse<String> answer = inPerson(session, document.append(" }").toString());
        assertThat(json(answer).at("/errors/0/path/0").asString())
                .as(answer.body())
                .isEqualTo("a5");
        assertThat(json(answer).at("/errors/0/extensions/code").asString()).isEqualTo("THROTTLED");
    }

    /** Nor does a new secret help whoever guessed too often. */
    @Test
    void wrongCodesLockAlsoWhereTheSecondFactorIsTurnedOn() {
        server.webUser("confirm@guess.example");
        String session = cookie(signIn("confirm@guess.example", PASSWORD), "BARAZA_SESSION");
        begun(session);
        guessSixTimes(session, "confirmTwoFactor(input: {code: \"guess\"})");
        String right = new Authenticator(begun(session), Clock.systemUTC()).code();
        JsonNode answer = json(inPerson(
                session, "mutation { confirmTwoFactor(input: {code: \"" + right + "\"}) { userErrors { code } } }"));
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo("THROTTLED");
    }

    private String begun(String session) {
        return json(inPerson(session, "mutation { beginTwoFactor { secret } }"))
                .at("/data/beginTwoFactor/secret")
                .asString();
    }

    @Test
    void anAddressWithoutAnAccountIsAnsweredAsOneWithIt() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        signIn("warm@guess.example", "wrong");
        for (int turn = 0; turn < TRIES; turn++) {
            server.webUser("known" + turn + "@guess.example");
            HttpResponse<String> one = timed(known, "known" + turn + "@guess.example");
            HttpResponse<String> other = timed(unknown, "nobody" + turn + "@guess.example");
            assertThat(one.statusCode()).isEqualTo(other.statusCode());
            assertThat(one.body()).isEqualTo(other.body());
        }
        // Without the work of a password the second would take a tenth of the time.
        assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
    }

    private HttpResponse<String> timed(List<Long> times, String username) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = signIn(username, "wrong-password");
        times.add(System.nanoTime() - begun);
        return answer;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session/password/forgotten", "/session/way"})
    void noPageTellsWhoHasAnAccount(String path) {
        String known = path.replaceAll("\\W", "") + "@guess.example";
        server.webUser(known);
        HttpResponse<String> one = client.post(path, "{\"username\": \"" + known + "\", \"email\": \"" + known + "\"}");
        HttpResponse<String> other =
                client.post(path, "{\"username\": \"nobody@guess.example\", \"email\": \"nobody@guess.example\"}");
        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(one.body()).isEqualTo(other.body());
    }

    @Test
    void anInvitationSaysNothingOfWhetherThereIsAnAccount() {
        Place place = Place.of(server, "guessed-invitations");
        server.webUser("invited@guess.example");
        List<String> answers = new ArrayList<>();
        for (String email : List.of("invited@guess.example", "fresh12@guess.example")) {
            HttpResponse<String> made = client.post(
                    "/a/guessed-invitations/api/invitation/v1/",
                    "{\"email\": \"" + email + "\", \"role\": \"Read Only\"}",
                    "Authorization",
                    place.authorization());
            answers.add(made.statusCode()
                    + made.body()
                            .replace(email, "EMAIL")
                            .replaceAll("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", "ID"));
        }
        assertThat(answers.getFirst()).startsWith("201").isEqualTo(answers.getLast());
    }

    @Test
    void aSessionIsAnotherOneAfterEachSignIn() {
        server.webUser("fixed@guess.example");
        String made = "a".repeat(40);
        String first =
                cookie(signIn("fixed@guess.example", PASSWORD, "Cookie", "BARAZA_SESSION=" + made), "BARAZA_SESSION");
        assertThat(first).isNotEmpty().isNotEqualTo(made);
        assertThat(client.get("/session", "Cookie", "BARAZA_SESSION=" + made).statusCode())
                .isEqualTo(401);
        String second =
                cookie(signIn("fixed@guess.example", PASSWORD, "Cookie", "BARAZA_SESSION=" + first), "BARAZA_SESSION");
        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(client.get("/session", "Authorization", basic("fixed@guess.example", PASSWORD))
                        .statusCode())
                .as("a password is no session")
                .isEqualTo(401);
    }
}
